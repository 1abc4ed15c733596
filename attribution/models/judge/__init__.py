"""The judge of pairs of statements and its card; see ``docs/models.md``."""
