"""One fact, one claim, all its mentions."""
