"""Pages of the plan: the five steps, the intake, one step of one's own, and what has changed."""
