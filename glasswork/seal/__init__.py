"""Sealing private words: envelopes, keys, grants, statements. Pure Python: no Django, no database."""
