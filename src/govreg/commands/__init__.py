"""One file a command: read the register, ask the question, make the report, put it out. No counting.

Beside the commands stand what several of them share: opening a register, two sides of a comparison, the options, what was
typed as ids, what a shell completes, and the one place that prints.
"""
