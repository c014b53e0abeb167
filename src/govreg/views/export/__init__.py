"""The register as tables for others: for Excel, for other programs, and as a database."""
