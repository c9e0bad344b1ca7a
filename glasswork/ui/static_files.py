"""Hashed, compressed static files whose names also hold inside JavaScript modules."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """A module imports its neighbours by hashed name, so a new release never mixes old and new scripts."""

    support_js_module_import_aggregation = True
