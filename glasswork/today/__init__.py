"""The home page: one next thing."""
