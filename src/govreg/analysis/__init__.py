"""Questions to a register: pure functions from the model to frozen values; no files, no printing."""
