"""All that knows the disk and git: folders and revisions in, registers and findings out, and the one writer."""
