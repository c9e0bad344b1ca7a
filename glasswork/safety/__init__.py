"""Staying safe: the public safety page, Calm, help lines, the private question, HARK."""
