"""Joining two people by a code and four words, and parting them again."""
