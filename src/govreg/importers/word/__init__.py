"""Reads documents of Word: WordprocessingML as ECMA-376 part 1, section 17, has it."""
