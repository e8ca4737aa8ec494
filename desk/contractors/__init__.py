"""A page for a phone, for the firm that mends it: take in hand, and finish."""
