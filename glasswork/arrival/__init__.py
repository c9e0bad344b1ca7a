"""The landing page, the first run and the new account."""
