"""`make words`: every text of a bundle that a visitor might not understand, or not see whole."""
