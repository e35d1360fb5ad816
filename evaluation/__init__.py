"""The gold standard and the harness that scores against it."""
