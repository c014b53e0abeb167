"""Rules that look at a whole register: what they find is wrong with its references or doubtful in its governance."""
