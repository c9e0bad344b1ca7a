"""Reads GLASSWORK_* variables and fails loudly on a value that cannot be meant."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit


class SettingError(Exception):
    """A variable holds something that cannot be meant; the message names it."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    value = text(name).lower()
    if value in {"", "1", "yes", "true", "on", "0", "no", "false", "off"}:
        return value in {"1", "yes", "true", "on"} if value else default
    raise SettingError(f"{name} must be yes or no, not “{value}”.")


def number(name: str, default: int, *, least: int, most: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise SettingError(f"{name} must be a whole number from {least} to {most}, not “{value}”.")
    return int(value)


def choice(name: str, options: Sequence[str], default: str) -> str:
    value = text(name, default)
    if value not in options:
        raise SettingError(f"{name} must be one of {', '.join(options)}, not “{value}”.")
    return value


def words(name: str, default: str) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    value = text(name, str(default))
    try:
        return Path(value).expanduser().resolve()
    except (OSError, RuntimeError, ValueError):  # a home of nobody, links that go round, a name that is none
        raise SettingError(f"{name} names a place that can’t be: “{value}”.") from None


def database(name: str, sqlite: Path) -> dict[str, object]:
    """Django's settings of one database: SQLite at ``sqlite`` unless ``name`` holds a postgresql:// address."""
    address = text(name)
    if not address:
        return _sqlite(sqlite)
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise SettingError(f"{name} must look like postgresql://user:password@host:5432/name.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }


def _sqlite(path: Path) -> dict[str, object]:
    # FULL: an acknowledged entry survives a power cut. secure_delete: erased words leave no trace in free pages.
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA mmap_size=134217728;"
        "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=27103364;"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5, "init_command": pragmas},
    }
