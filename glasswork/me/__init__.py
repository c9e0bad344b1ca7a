"""The fifth tab: a person's own settings."""
