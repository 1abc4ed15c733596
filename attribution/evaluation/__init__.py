"""Figures: how good the results are against what people found."""
