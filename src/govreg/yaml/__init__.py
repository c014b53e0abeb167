"""Everything about YAML: texts go in; values with their positions, and problems, come out."""
