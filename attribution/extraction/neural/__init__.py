"""The trained extractor: an encoder reads the article, heads mark cues, and for each cue its source and content."""
