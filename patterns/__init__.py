"""Word lists, tables and rules: data only."""
