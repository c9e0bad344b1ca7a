"""The writing helper: a soft hint beside what goes to somebody else, and a quiet way to help. English; no network."""
