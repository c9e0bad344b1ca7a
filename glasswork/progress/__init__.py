"""How far somebody has come: the window, milestones, the trust chart, the jar, letters of a month, looks back."""
