"""The plan: five steps with their tools, five stages, and a search."""
