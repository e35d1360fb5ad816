"""The gold sets that the project keeps, as listed in `gold/sets.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.files import read
from pipeline.errors import InputError
from pipeline.rules.tables import load

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True)
class GoldSet:
    """A gold file and its articles.

    `fitted` where rules were written with the articles in sight, `held` where they are kept out of sight.
    """

    name: str
    gold: Path
    docs: Path
    fitted: bool
    held: bool
    about: str

    @property
    def here(self) -> bool:
        """Whether its articles are at hand: those of `seeds/` are in the source tree only."""
        return self.docs.exists()

    def records(self) -> list[dict[str, Any]]:
        """The gold documents."""
        return read(self.gold)


def gold_sets() -> list[GoldSet]:
    """Every set in the order of the list."""
    return [
        GoldSet(
            name=name,
            gold=GOLD / entry["gold"],
            docs=_docs(entry["docs"]),
            fitted=entry["fitted"] == "yes",
            held=entry["held"] == "yes",
            about=entry["about"],
        )
        for name, entry in load(GOLD / "sets.yaml").items()
    ]


def gold_set(name: str) -> GoldSet:
    """The set of this name. Raises InputError where there is none."""
    sets = {each.name: each for each in gold_sets()}
    if name not in sets:
        raise InputError(name, "is no gold set", f"there are {', '.join(sets)}")
    return sets[name]


def fitted_ids() -> frozenset[str]:
    """The articles that rules were written on, whatever file they come from."""
    return frozenset(str(record["id"]) for each in gold_sets() if each.fitted for record in each.records())


def _docs(name: str) -> Path:
    return GOLD.parent.parent / name if name.endswith("/") else GOLD / name
