"""The word pieces that all packaged networks read, and their vectors; see ``docs/models.md``."""
