import shutil
from pathlib import Path

import pytest

from glasswork.config.tests.server import free_port, serving


@pytest.fixture(scope="session")
def first_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that one start and stop have filled; tests take a copy."""
    data = tmp_path_factory.mktemp("first") / "data"
    with serving(data, "--workers", "1", port=free_port()):
        pass
    return data


@pytest.fixture
def data(first_data: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first_data, tmp_path / "data")


@pytest.fixture
def port() -> int:
    return free_port()
