"""Hard questions between two people, and words that help: asked, answered, parked, never a silent no (P7)."""
