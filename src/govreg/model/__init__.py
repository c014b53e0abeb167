"""The data of a register: meetings, organisations, themes, areas, minutes and verdicts; only pydantic and the standard library."""
