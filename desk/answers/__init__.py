"""The answer: how a visitor hears how it went, by the way that they chose."""
