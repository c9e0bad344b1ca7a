"""Pages of talks and of taking space."""
