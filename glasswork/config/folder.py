"""The data folder and the secret key in it; opening it starts Django."""

import fcntl
import os
import secrets
from functools import partial
from importlib import import_module
from pathlib import Path

import django

from glasswork.config.refusals import RefusedError, file_sentence

SETTINGS = "glasswork.config.settings"
SECRET_KEY_LENGTH = 50
CLAIM = "serving.lock"


def open_folder(*, is_first_use_fine: bool) -> None:
    """Starts Django on the data folder, making it and the secret key on first use. Raises RefusedError."""
    os.umask(0o077)
    # Not imported above: a variable that cannot be meant fails here, where it is said in one sentence.
    settings = import_module(SETTINGS)
    if not is_first_use_fine and not settings.GLASSWORK_DATA.exists():
        raise RefusedError(f"There is no folder {settings.GLASSWORK_DATA} yet; “glasswork up” makes it.")
    make_folder(settings.GLASSWORK_DATA)
    vars(settings)["SECRET_KEY"] = _secret_key(settings.GLASSWORK_DATA / "secret_key")
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    django.setup()


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        if file_sentence(error):
            raise
        raise RefusedError(f"The folder {folder} can’t be made; choose another place for it.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise RefusedError(f"The folder {folder} can’t be written to by this user; check its owner and mode.")


def claim_folder(folder: Path) -> None:
    """For the one server of this folder. Raises RefusedError while another serves it.

    The claim ends with this process however it ends, since the system drops it: a crash never blocks a start.
    """
    try:
        handle = os.open(folder / CLAIM, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise RefusedError(file_sentence(error) or f"The file {folder / CLAIM} can’t be used.") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RefusedError(
            f"Another Glasswork serves the folder {folder}; stop it, or choose another with --data."
        ) from None
    except OSError:
        return  # a disk that knows no locks
    # Workers fork from this process, and may outlive it for a moment when it is killed.
    os.register_at_fork(after_in_child=partial(os.close, handle))


def write_secret(path: Path, content: bytes) -> None:
    """Writes a new file that its owner alone can read; a file that is already there stays as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
    except OSError:
        path.unlink()  # half a secret would look like a damaged one at the next start
        raise


def _secret_key(path: Path) -> str:
    write_secret(path, secrets.token_urlsafe(48).encode())
    key = path.read_text(errors="replace").strip()
    if len(key) < SECRET_KEY_LENGTH:
        raise RefusedError(f"The file {path} is damaged; delete it and start again, nothing else depends on it.")
    return key
