"""Guides to walk through, and what one writes in them, for oneself alone."""
