"""What an import makes of an office's paper: from headings, paragraphs and tables to a plan of what the register would hold."""
