"""What changed between two registers, as reports."""
