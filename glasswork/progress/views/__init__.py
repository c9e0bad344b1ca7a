"""Pages of how far somebody has come, one module for each resource."""
