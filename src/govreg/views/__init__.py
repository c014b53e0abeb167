"""Makes reports for people and machines, independent of any format: one module per kind of result."""
