"""Works out what a command changes in a register's files: a list of edits, from the register and the contents of its files."""
