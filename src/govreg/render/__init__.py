"""Renders reports: one module per format. None of them prints, and none knows what a meeting is."""
