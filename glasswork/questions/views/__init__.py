"""The pages of this room: asking, answering, one's own list, words that help, the whole account."""
