"""The only folder that knows YAML and the disk: trees of names and bytes in, registers and findings out."""
