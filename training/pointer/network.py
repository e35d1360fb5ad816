"""The network that points, as it is trained; `pipeline/extract/encoder.py` and `pointer.py` use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import BertModel

from pipeline.extract.heads import SCALE
from pipeline.extract.pointer import SIDES, UNNAMED

FIELDS = ("subject", "metric")
WIDTH = 384
ASKED = 128
_OPENS, _CLOSES = 101, 102
_NEVER = -1e9


@dataclass(frozen=True)
class Candidate:
    """One who could fill a field: its places and their distances, or its number among the metrics' ids."""

    nothing: bool
    places: Sequence[tuple[int, int, int]]
    number: int | None


@dataclass(frozen=True)
class Figure:
    """A figure of a passage: its first piece and the one behind its last, and who fills a field."""

    field: str
    first: int
    end: int
    candidates: Sequence[Candidate]
    right: Sequence[bool]
    weight: float


@dataclass(frozen=True)
class Passage:
    """What is read at once: the numbers of its pieces, and its figures."""

    ids: Sequence[int]
    figures: Sequence[Figure]


class Network(nn.Module):
    """The first layers of a BERT encoder, and for each field what turns vectors into question and answers."""

    def __init__(self, base: Path, layers: int, ids: int) -> None:
        super().__init__()
        # Dropout of attention takes more than half the time of training on a processor.
        self.encoder = BertModel.from_pretrained(
            base, add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.question = nn.ModuleDict(
            {
                field: nn.Sequential(nn.Linear(2 * WIDTH, 2 * WIDTH), nn.GELU(), nn.Linear(2 * WIDTH, ASKED))
                for field in FIELDS
            }
        )
        self.key = nn.ModuleDict({field: nn.Linear(2 * WIDTH, ASKED) for field in FIELDS})
        self.nothing = nn.ParameterDict({field: nn.Parameter(torch.randn(ASKED) / 50) for field in FIELDS})
        self.unnamed = nn.ParameterDict({field: nn.Parameter(torch.randn(ASKED) / 50) for field in FIELDS})
        self.distance = nn.ParameterDict({field: nn.Parameter(torch.zeros(SIDES)) for field in FIELDS})
        self.ids = nn.Embedding(ids, ASKED)
        self.drop = nn.Dropout(0.1)

    def vectors(self, passages: Sequence[Passage]) -> Any:
        """The vectors of the pieces of passages: (passages, pieces with the opening one, width)."""
        longest = max(len(each.ids) for each in passages)
        ids = torch.zeros(len(passages), longest + 2, dtype=torch.long)
        for row, passage in zip(ids, passages, strict=True):
            row[: len(passage.ids) + 2] = torch.tensor([_OPENS, *passage.ids, _CLOSES])
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            found = self.encoder(input_ids=ids, attention_mask=(ids != 0).long()).last_hidden_state
        return self.drop(found.float())

    def loss(self, passages: Sequence[Passage]) -> tuple[Any, int]:
        """Minus the log-likelihood of the right candidates together, and of how many figures."""
        total, count = torch.zeros(()), 0
        for figures, scores, row in self.scores(passages):
            right = torch.tensor([each for figure in figures for each in figure.right])
            good = _together(scores.masked_fill(~right, -30.0), row, len(figures))
            weight = torch.tensor([figure.weight for figure in figures])
            total = total + ((_together(scores, row, len(figures)) - good) * weight).sum()
            count += len(figures)
        return total, count

    def scores(self, passages: Sequence[Passage]) -> Any:
        """By field: its figures, the scores of all their candidates, and of which figure each is."""
        vectors = self.vectors(passages)
        for field in FIELDS:
            told = [
                (row, figure)
                for row, passage in enumerate(passages)
                for figure in passage.figures
                if figure.field == field
            ]
            if told:
                figures = [figure for _, figure in told]
                yield figures, *self._scores(field, vectors, [row for row, _ in told], figures)

    def _scores(self, field: str, vectors: Any, rows: Sequence[int], figures: Sequence[Figure]) -> Any:
        ends = vectors[rows, [each.end for each in figures]]
        asked = self.question[field](
            torch.cat([vectors[rows, [each.first + 1 for each in figures]], ends], -1)
        )
        places: list[tuple[int, int, int, int, int]] = []  # candidate, figure, first, end, distance
        ids, nothing, unnamed, row = [], [], [], []
        for number, figure in enumerate(figures):
            for candidate in figure.candidates:
                at = len(row)
                row.append(number)
                places += [(at, number, *place) for place in candidate.places]
                if candidate.nothing:
                    nothing.append((at, number))
                elif candidate.number is not None:
                    ids.append((at, number, candidate.number))
                elif not candidate.places:
                    unnamed.append((at, number))
        parts, whose = [], []
        if places:
            at, number, first, end, distance = map(list, zip(*places, strict=True))
            there = [rows[each] for each in number]
            keys = torch.cat([vectors[there, [each + 1 for each in first]], vectors[there, end]], -1)
            fit = (asked[number] * self.key[field](keys)).sum(-1) / SCALE
            parts.append(fit + self.distance[field][distance])
            whose += at
        if ids:
            at, number, known = map(list, zip(*ids, strict=True))
            parts.append((asked[number] * self.ids(torch.tensor(known))).sum(-1) / SCALE)
            whose += at
        for some, answer, less in ((nothing, self.nothing, 0.0), (unnamed, self.unnamed, UNNAMED)):
            if some:
                at, number = map(list, zip(*some, strict=True))
                parts.append((asked[number] * answer[field]).sum(-1) + less)
                whose += at
        return _together(torch.cat(parts), torch.tensor(whose), len(row)), torch.tensor(row)


def _together(scores: Any, row: Any, rows: int) -> Any:
    """The logarithm of the sum of the exponentials of the scores of each row."""
    most = torch.full((rows,), _NEVER).scatter_reduce(0, row, scores.detach(), "amax")
    return torch.zeros(rows).index_add(0, row, torch.exp(scores - most[row])).clamp_min(1e-20).log() + most


def layers_of(network: Network) -> dict[str, Any]:
    """The heads as `pipeline/extract/pointer.py` reads them: arrays of 16-bit floats by name."""
    heads = {"ids": network.ids.weight}
    for field in FIELDS:
        inner, _, outer = network.question[field]
        heads |= {
            f"{field}.inner": inner.weight.T,
            f"{field}.inner_bias": inner.bias,
            f"{field}.outer": outer.weight.T,
            f"{field}.outer_bias": outer.bias,
            f"{field}.key": network.key[field].weight.T,
            f"{field}.key_bias": network.key[field].bias,
            f"{field}.nothing": network.nothing[field],
            f"{field}.unnamed": network.unnamed[field],
            f"{field}.distance": network.distance[field],
        }
    return {name: values.detach().half().numpy() for name, values in heads.items()}
