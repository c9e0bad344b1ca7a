"""Letters that are sent after a wait, kept, or never sent; a place for anger; ten minutes before writing to them."""
