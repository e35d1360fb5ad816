"""Put a tagger beside the tagger of a parser: `python training/merge.py JOINT TAGGER OUT`.

The merged tagger sees the vectors that the parser sees and vectors of its own, and adds up what the two
taggers make of them: the geometric mean of their probabilities.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
from confection import Config
from spacy.language import Language
from thinc.api import Model, concatenate

from pipeline.extract import language  # noqa: F401 - registers the language that config.cfg names


def beside(joint: Language, tagger: Language) -> Model:
    """Return the tagger model of `joint` with the vectors and the output weights of `tagger` beside its
    own.
    """
    first, second = joint.get_pipe("tagger"), tagger.get_pipe("tagger")
    same = [second.labels.index(label) for label in first.labels]
    vectors = concatenate(first.model.get_ref("tok2vec"), tagger.get_pipe("tok2vec").model)
    vectors.set_dim("nO", sum(layer.get_dim("nO") for layer in vectors.layers))
    settings = {"@architectures": "spacy.Tagger.v2", "tok2vec": vectors, "nO": len(same)}
    model: Model = spacy.registry.resolve({"model": settings})["model"]
    here, there = first.model.get_ref("output_layer"), second.model.get_ref("output_layer")
    output = model.get_ref("output_layer")
    output.set_param("W", np.hstack([here.get_param("W"), there.get_param("W")[same]]) / 2)
    output.set_param("b", (here.get_param("b") + there.get_param("b")[same]) / 2)
    return model


def merge(joint: Path, tagger: Path, out: Path) -> None:
    """Write the checkpoint `joint`, with the checkpoint `tagger` beside its tagger, into the folder `out`."""
    one, other = spacy.load(joint), spacy.load(tagger)
    one.to_disk(out)
    beside(one, other).to_disk(out / "tagger" / "model")
    config = Config().from_disk(out / "config.cfg")
    own = other.config.interpolate()["components"]["tok2vec"]["model"]
    model = config["components"]["tagger"]["model"]
    model["tok2vec"] = {"@layers": "concatenate.v1", "*": {"shared": model["tok2vec"], "own": own}}
    config.to_disk(out / "config.cfg")
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    del meta["performance"]["tag_acc"]  # that of the tagger of `joint` alone
    (out / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("joint", type=Path, help="checkpoint of tagger and parser")
    arguments.add_argument("tagger", type=Path, help="checkpoint of a tagger alone")
    arguments.add_argument("out", type=Path)
    options = arguments.parse_args()
    merge(options.joint, options.tagger, options.out)


if __name__ == "__main__":
    main()
