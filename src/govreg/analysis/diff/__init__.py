"""Compares two registers: matches their entries, and classifies each change."""
