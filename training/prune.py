"""Make the shipped weights of a checkpoint: `python training/prune.py CHECKPOINT OUT`.

Left out are the words seen in training (the vocabulary's strings, all but the labels), the training settings
with their paths, the scores per label, and half the bits of every parameter (`pipeline.extract.parse` makes
32 of the 16). The licence of the weights stands in OUT already and is kept.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import spacy
from confection import Config
from spacy.language import Language

from pipeline.extract import language  # noqa: F401 - registers the language that config.cfg names

SCORES = ("tag_acc", "dep_uas", "dep_las")


def labels(nlp: Language) -> list[str]:
    """Return every string that the components need to name their labels."""
    names = {label for pipe in nlp.pipe_names for label in getattr(nlp.get_pipe(pipe), "labels", ())}
    moves = nlp.get_pipe("parser").moves.labels.values()
    return sorted(names | {label for actions in moves for label in actions} - {""})


def halve(nlp: Language) -> None:
    """Make every parameter a number of 16 bits."""
    for name in nlp.pipe_names:
        for node in nlp.get_pipe(name).model.walk():
            for param in node.param_names:
                if node.has_param(param):
                    node.set_param(param, node.get_param(param).astype(np.float16))


def prune(checkpoint: Path, out: Path) -> None:
    """Write the pruned copy of `checkpoint` into the folder `out`."""
    nlp = spacy.load(checkpoint)
    halve(nlp)
    for name in ("vocab", "tokenizer", *nlp.pipe_names):
        shutil.rmtree(out / name, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab"])
    settings = nlp.config.interpolate()
    Config({"nlp": settings["nlp"], "components": settings["components"]}).to_disk(out / "config.cfg")
    meta = {key: nlp.meta[key] for key in ("lang", "spacy_version", "pipeline", "components", "labels")}
    meta |= {
        "name": "figures",
        "version": "1.0.0",
        "description": "Tagger and parser of Onrecord: Penn Treebank tags, Universal Dependencies labels",
        "license": "CC BY-SA 4.0",
        "performance": {
            name: round(found, 4) for name, found in nlp.meta["performance"].items() if name in SCORES
        },
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    (out / "vocab").mkdir()
    (out / "vocab" / "strings.json").write_text(json.dumps(labels(nlp)) + "\n", encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("checkpoint", type=Path)
    arguments.add_argument("out", type=Path)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    prune(options.checkpoint, options.out)


if __name__ == "__main__":
    main()
