"""`python -m pipeline` is the command `onrecord`."""

from pipeline.cli import main

main()
