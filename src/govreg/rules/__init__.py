"""Rules that check a register: errors in its references and contents, and warnings about its governance."""
