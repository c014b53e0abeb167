"""Rules, and the findings that they produce."""
