"""Pages of letters, one module for each resource."""
