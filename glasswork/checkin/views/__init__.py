"""Pages of the check-in: the evening itself, a round that is open, and the days before."""
