"""The gold standard and the harness that scores against it: `from evaluation import score`."""

from evaluation.scoring import score

__all__ = ["score"]
