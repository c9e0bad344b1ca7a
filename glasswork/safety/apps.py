from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "glasswork.safety"

    def ready(self) -> None:
        """A flawed file of help lines stops the start; nobody must find it out when they need a number."""
        from glasswork.safety.help_lines import directory  # noqa: PLC0415 - reads the settings

        directory()
