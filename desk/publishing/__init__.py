"""Bundles as the desk keeps them: the draft, the releases, and the signed repository of files."""
