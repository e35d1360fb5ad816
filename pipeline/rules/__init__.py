"""Load, check and compile the data of `patterns/`."""
