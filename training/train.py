"""Train the tagger and parser from scratch: `python training/train.py TREEBANK OUT`.

Two networks are trained one after the other: one that tags and parses (`OUT/joint`), and one that only tags
(`OUT/tagger`). What is best of each on the development set is put together in `OUT/model`; `prune.py` makes
the shipped weights of it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import corpus  # noqa: F401 - registers the readers that config.cfg names
from confection import Config
from merge import merge
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from pipeline.extract import language  # noqa: F401 - registers the language that config.cfg names

HERE = Path(__file__).parent
TAGGER_STEPS = 8000
TAGGER_SEED = 7


def only_tagger(config: Config) -> Config:
    """Make the settings of both those of a tagger without a parser, over vectors of its own."""
    config["nlp"]["pipeline"] = ["tok2vec", "tagger"]
    del config["components"]["parser"]
    config["training"]["score_weights"] = {"tag_acc": 1.0}
    config["training"]["max_steps"] = TAGGER_STEPS
    config["system"]["seed"] = TAGGER_SEED
    return config


def run(config: Config, options: argparse.Namespace, out: Path) -> None:
    """Train what `config` describes and leave its checkpoints in `out`."""
    if options.steps:
        config["training"]["max_steps"] = options.steps
    if options.rate:
        config["training"]["optimizer"]["learn_rate"]["initial_rate"] = options.rate
    if options.resume:
        config["components"] = {name: {"source": str(options.resume)} for name in config["nlp"]["pipeline"]}
    nlp = init_nlp(config)
    # Labels are collected from the whole corpus above; from here on every epoch is drawn anew.
    nlp.config["training"]["max_epochs"] = -1
    out.mkdir(parents=True, exist_ok=True)
    train(nlp, out)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("treebank", type=Path, help="folder of train.spacy and dev.spacy")
    arguments.add_argument("out", type=Path, help="folder to write checkpoints to")
    arguments.add_argument("--only", choices=("joint", "tagger"), help="train one of the two networks")
    arguments.add_argument("--steps", type=int, help="stop after so many batches")
    arguments.add_argument("--rate", type=float, help="learning rate to start from")
    arguments.add_argument("--resume", type=Path, help="checkpoint to go on from; with --only")
    options = arguments.parse_args()
    if options.resume and not options.only:
        arguments.error("--resume needs --only")
    overrides = {
        "paths.train": str(options.treebank / "train.spacy"),
        "paths.dev": str(options.treebank / "dev.spacy"),
        "paths.figures": str(HERE / "figures.txt"),
    }
    if options.only != "tagger":
        run(load_config(HERE / "config.cfg", overrides=overrides), options, options.out / "joint")
    if options.only != "joint":
        config = only_tagger(load_config(HERE / "config.cfg", overrides=overrides))
        run(config, options, options.out / "tagger")
    if not options.only:
        merge(options.out / "joint/model-best", options.out / "tagger/model-best", options.out / "model")


if __name__ == "__main__":
    main()
