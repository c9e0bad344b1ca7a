"""Reads ``content/`` into frozen, validated objects at start."""
