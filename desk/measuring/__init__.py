"""Figures without persons: where people get stuck, and whether a change helped."""
