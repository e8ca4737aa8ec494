"""What is known of a visitor: erased after the answer, and given or erased when they ask."""
