"""`python -m registan` is the command `registan`."""

from registan.cli import main

main()
