"""Accounts, sign-in, sessions, keyring and recovery."""
