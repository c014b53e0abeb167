"""What a command changes in a register's files: from the register and what its files hold to a list of edits."""
