"""What a reader sees, before any format: each module makes a report of one kind of result."""
