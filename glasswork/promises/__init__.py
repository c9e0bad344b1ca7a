"""Promises, small things and big ones, what went wrong and how it is mended, and where two people go from here."""
