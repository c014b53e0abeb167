"""`python -m govreg`: the same as the command `govreg`."""

from govreg.cli import main

main()
