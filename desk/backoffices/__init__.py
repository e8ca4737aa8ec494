"""Handing over: how a submission gets into the back-office of the municipality, and its news."""
