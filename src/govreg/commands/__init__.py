"""One file per command: load the register, ask the question, make the report, write it. No counting."""
