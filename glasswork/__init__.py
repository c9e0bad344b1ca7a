"""Glasswork: a private place where two people mend broken trust, or part well."""
