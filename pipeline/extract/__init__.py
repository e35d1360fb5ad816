"""Claims and statements from mentions and words."""
