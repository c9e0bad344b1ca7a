"""Pages of lines, contact and openness."""
