"""How an office's papers are imported: from headings, paragraphs and tables to a plan of what the register would hold."""
