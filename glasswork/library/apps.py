from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "glasswork.library"

    def ready(self) -> None:
        """A flawed file of the operator's stops the start, where it can be mended."""
        from django.conf import settings  # noqa: PLC0415

        from glasswork.programme.directory import listings  # noqa: PLC0415

        listings(settings.GLASSWORK_DIRECTORY)
