"""Training of the judge of pairs: a small encoder that tells whether two statements contradict or support each other."""
