"""Everything about the disk and git: folders and revisions go in, registers and findings come out; and the one writer."""
