"""Average the parameters of checkpoints of one origin: `python training/mean.py OUT CHECKPOINT...`.

Each must go on from the same run or from one another: the parameters of unrelated networks have no mean.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import spacy

from pipeline.extract import language  # noqa: F401 - registers the language that config.cfg names


def mean(checkpoints: list[Path], out: Path) -> None:
    """Write the mean of `checkpoints` into the folder `out`; all but the parameters is that of the first."""
    networks = [spacy.load(checkpoint) for checkpoint in checkpoints]
    for name in networks[0].pipe_names:
        for nodes in zip(*(network.get_pipe(name).model.walk() for network in networks), strict=True):
            for param in nodes[0].param_names:
                if nodes[0].has_param(param):
                    values = [node.get_param(param) for node in nodes]
                    nodes[0].set_param(param, np.mean(values, axis=0, dtype=np.float32))
    networks[0].to_disk(out)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", type=Path)
    arguments.add_argument("checkpoints", type=Path, nargs="+")
    options = arguments.parse_args()
    mean(options.checkpoints, options.out)


if __name__ == "__main__":
    main()
