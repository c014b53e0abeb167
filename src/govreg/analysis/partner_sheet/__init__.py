"""The sheet that partners correct: what its cells say, and what a sheet that comes back changes in a register."""
