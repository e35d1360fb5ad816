"""Train the network that points from a figure to whose it is and what it measures:
`PYTHONPATH=. python training/pointer/train.py BASE OUT`.

BASE is a folder with a BERT encoder of width 384 (`model.safetensors`, `config.json`, `vocab.txt`), OUT gets
`encoder.onnx`, `heads.npz` and `vocabulary.txt`. The texts are read with the shipped rules and weights, as in
`training/choices/train.py`: every annotated figure gives its candidates, of which some are right.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1] / "choices"))

from logit import Choice
from material import Annotated, material
from network import Candidate, Figure, Network, Passage, layers_of
from ship import ship
from train import gather

from pipeline.extract.encoder import LONGEST
from pipeline.extract.pointer import NEAREST, Pointer, bucket
from pipeline.rules.vocabulary import metric_ids

LAYERS = 6
EPOCHS = 3.0
BATCH = 8
RATES = {"encoder": 8e-5, "heads": 1e-3}
WARM = 60
"""Steps in which the rate rises."""
MOST = 2.0
"""How much a figure counts at most."""
HELD = 12
"""With --try, one article in so many is left out and tested on."""
_SHOWN = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--try", dest="dry", action="store_true", help="leave articles out and test on them")
    options = parser.parse_args()
    torch.manual_seed(1)
    names = sorted(metric_ids())
    passages = list(read(material(), names))
    held = passages[::HELD] if options.dry else []
    passages = [each for at, each in enumerate(passages) if at % HELD] if options.dry else passages
    print(f"{len(passages)} passages, {sum(len(each.figures) for each in passages)} figures", flush=True)
    network = Network(options.base, options.layers, len(names))
    learn(network, passages, options.epochs)
    network.eval()
    for field, right, count in tested(network, held):
        print(f"{field}: {right / count:.3f} of {count} right in articles left out")
    options.out.mkdir(parents=True, exist_ok=True)
    np.savez(options.out / "heads.npz", names=np.array(names), **layers_of(network))
    shutil.copy(options.base / "vocab.txt", options.out / "vocabulary.txt")
    ship(network.encoder, options.out / "encoder.onnx")


def read(articles: Sequence[Annotated], names: Sequence[str]) -> Iterator[Passage]:
    """The passages of articles with the figures that are read in each."""
    choices: dict[str, list[tuple[str, Choice]]] = {}
    for field, found in gather(articles).items():
        for choice in found:
            if any(choice.right):
                choices.setdefault(choice.article, []).append((field, choice))
    for article in articles:
        pointer = Pointer(article.document)
        figures: dict[int, list[Figure]] = {}
        for field, choice in choices.get(article.document.id, ()):
            first, end = pointer.at(choice.span)
            start = pointer.begin(end)
            candidates = [_candidate(pointer, each, first, start, names, field) for each in choice.candidates]
            weight = min(choice.weight, MOST)
            figure = Figure(field, first - start, end - start, candidates, choice.right, weight)
            figures.setdefault(start, []).append(figure)
        for start, those in figures.items():
            yield Passage(pointer.ids[start : start + LONGEST], those)


def _candidate(
    pointer: Pointer, name: str | None, first: int, start: int, names: Sequence[str], field: str
) -> Candidate:
    places = pointer.where(name, start) if name else []
    nearest = sorted(places, key=lambda place: abs(place[0] - first))[:NEAREST]
    number = names.index(name) if field == "metric" and name in names else None
    return Candidate(name is None, [(a - start, b - start, bucket(first - a)) for a, b in nearest], number)


def learn(network: Network, passages: Sequence[Passage], epochs: float) -> None:
    """Fit a network to passages, those of like length together."""
    network.train()
    encoder = list(network.encoder.parameters())
    heads = [each for name, each in network.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": RATES["encoder"]}, {"params": heads, "lr": RATES["heads"]}],
        weight_decay=0.01,
    )
    steps = int(epochs * math.ceil(len(passages) / BATCH))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / WARM, max(0.0, 1 - step / steps))
    )
    lost, figures, start = 0.0, 0, time.monotonic()
    for step, batch in zip(range(1, steps + 1), _batches(passages), strict=False):
        loss, count = network.loss(batch)
        (loss / max(count, 1)).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        rate.step()
        optimiser.zero_grad()
        lost, figures = lost + float(loss.detach()), figures + count
        if step % _SHOWN == 0:
            print(f"{step} of {steps}: {lost / figures:.3f}, {time.monotonic() - start:.0f} s", flush=True)
            lost, figures = 0.0, 0


def _batches(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    rng = random.Random(1)  # noqa: S311 - orders passages, keeps no secrets
    while True:
        ordered = sorted(passages, key=lambda each: len(each.ids) + 40 * rng.random())
        batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
        rng.shuffle(batches)
        yield from batches


def tested(network: Network, passages: Sequence[Passage]) -> Iterator[tuple[str, int, int]]:
    """By field, how many figures of passages come out right, and of how many."""
    right: dict[str, list[bool]] = {}
    with torch.no_grad():
        for at in range(0, len(passages), BATCH):
            for figures, scores, row in network.scores(passages[at : at + BATCH]):
                for number, figure in enumerate(figures):
                    best: Any = scores[row == number].argmax()
                    right.setdefault(figure.field, []).append(figure.right[int(best)])
    for field, each in right.items():
        yield field, sum(each), len(each)


if __name__ == "__main__":
    main()
