"""New keys for somebody whose password may be known, and leaving for good."""
