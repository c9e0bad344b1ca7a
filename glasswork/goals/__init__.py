"""Goals: what somebody would like for themself, and what two would like together, in small steps."""
