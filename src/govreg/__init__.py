"""govreg keeps the register of the meetings that partners hold, and answers what a review asks of it."""

__version__ = "0.1.0"
