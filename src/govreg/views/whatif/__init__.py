"""What a change would save and lose, as reports."""
