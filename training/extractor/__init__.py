"""Training of the attribution extractor: a small encoder with heads for cues, roles and, to help it, syntax."""
