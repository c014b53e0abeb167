"""Duplicated workstreams: pairs of meetings that do the same work, with the evidence that adds up to say so."""
