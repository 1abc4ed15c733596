"""Trained weights: docs/models.md is their card, and `training` made them."""
