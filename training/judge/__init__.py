"""Training of the judge: a small encoder that tells whether two statements contradict or support each other."""
