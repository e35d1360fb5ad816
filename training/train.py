"""Train the tagger and parser from scratch: `python training/train.py TREEBANK OUT`.

The best checkpoint on the development set is left in `OUT/model-best`; `prune.py` makes the shipped weights
of it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import corpus  # noqa: F401 - registers the readers that config.cfg names
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from pipeline.extract import language  # noqa: F401 - registers the language that config.cfg names

HERE = Path(__file__).parent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("treebank", type=Path, help="folder of train.spacy and dev.spacy")
    arguments.add_argument("out", type=Path, help="folder to write checkpoints to")
    arguments.add_argument("--steps", type=int, help="stop after so many batches")
    arguments.add_argument("--rate", type=float, help="learning rate to start from")
    arguments.add_argument("--resume", type=Path, help="checkpoint to go on from")
    options = arguments.parse_args()
    overrides: dict[str, str | float] = {
        "paths.train": str(options.treebank / "train.spacy"),
        "paths.dev": str(options.treebank / "dev.spacy"),
        "paths.figures": str(HERE / "figures.txt"),
    }
    if options.steps:
        overrides["training.max_steps"] = options.steps
    if options.rate:
        overrides["training.optimizer.learn_rate.initial_rate"] = options.rate
    config = load_config(HERE / "config.cfg", overrides=overrides)
    if options.resume:
        config["components"] = {name: {"source": str(options.resume)} for name in config["nlp"]["pipeline"]}
    nlp = init_nlp(config)
    # Labels are collected from the whole corpus above; from here on every epoch is drawn anew.
    nlp.config["training"]["max_epochs"] = -1
    options.out.mkdir(parents=True, exist_ok=True)
    train(nlp, options.out)


if __name__ == "__main__":
    main()
