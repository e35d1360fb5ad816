"""The loop that a rule author lives in: check, test, explain, score, draft."""
