"""The trained extractor's network, its word pieces and its card; see ``docs/models.md``."""
