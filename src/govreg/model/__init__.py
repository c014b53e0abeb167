"""What a register is: meetings, organisations, themes and areas as values; pydantic and the standard library only."""
