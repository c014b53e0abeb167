"""One file a command: read the register, ask the question, make the report, put it out. No counting, no wording."""
