"""Where staff read what visitors handed in, and say how it goes."""
