"""What changed between two registers: which entry is which, and what each change means."""
