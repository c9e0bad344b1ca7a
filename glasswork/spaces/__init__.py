"""Spaces, entries and slips: the sealed record, and the only way to private words."""
