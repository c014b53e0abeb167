"""What a change to the register would save and lose."""
