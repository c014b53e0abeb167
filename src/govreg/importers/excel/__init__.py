"""Reads workbooks of Excel: SpreadsheetML as ECMA-376 part 1, section 18, has it."""
