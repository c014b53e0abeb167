"""A report as a Word document: real headings, tables that can be read on every page and aloud, an office's own styles."""
