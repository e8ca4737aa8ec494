"""What kiosks hand in: opened, checked, kept."""
