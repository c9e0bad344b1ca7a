"""What is read, flicked through and printed."""
