"""What Glasswork is compared with: bare Django 6.1 with the same statements, rows, middleware and Jinja2, well tuned.

It has no rooms, no keys of its own and no signatures: one key in memory opens every row with the raw cipher.
"""
