"""Pages of promises, one module for each resource."""
