"""Everything that can be wrong in a bundle, found before a visitor does: all screens, all texts."""
