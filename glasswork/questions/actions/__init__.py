"""What changes a question, an account, or the words that help."""
