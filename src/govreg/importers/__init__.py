"""Reads papers and workbooks of an office into headings, paragraphs and tables."""
