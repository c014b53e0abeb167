"""What the commands share: loading a register, resolving names, checking, comparing, completion and output."""
