"""Training of the packaged models, from the data sets that are not part of the project (extra ``[train]``)."""
