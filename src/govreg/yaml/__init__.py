"""All that knows YAML: texts in, values with their positions and problems out."""
