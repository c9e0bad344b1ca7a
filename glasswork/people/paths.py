"""Where somebody goes on to: a path of this site, and never another site."""

from django.utils.http import url_has_allowed_host_and_scheme


def local_path(path: str) -> str:
    """The path as it is when it stays here, otherwise nothing."""
    return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""
