"""The evening check-in: for two, opened together; for one person alone; and saying it back."""
