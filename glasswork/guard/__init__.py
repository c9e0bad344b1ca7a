"""The control guard: whether the words of a line would rule the other’s life. Pure, on this server alone."""
