"""Glasswork as it is measured: people with a past in a data folder, and what their pages ask of the database."""
