"""Possible duplicates for people and machines: each pair with its sum, the words of both sides, and what to decide."""
