"""A sample couple, somebody alone, and eight weeks of their evenings, written through the actions everybody uses."""

from glasswork.config.sample.filling import fill

__all__ = ["fill"]
