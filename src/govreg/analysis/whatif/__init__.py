"""Works out what a change of the register would save and lose."""
