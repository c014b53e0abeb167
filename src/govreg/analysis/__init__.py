"""Answers questions about a register: pure functions from the model to frozen values, without files or printing."""
