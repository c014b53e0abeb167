"""The version of govreg."""

__version__ = "0.1.0"
