"""Guided talks on two phones or one, and taking space."""
