"""The kiosks that may hand in submissions here."""
