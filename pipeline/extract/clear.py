"""Trees of the CLEAR scheme, which spaCy's own English pipelines speak, made into Universal Dependencies.

The schemes differ in who hangs from whom, not in names alone. Universal Dependencies makes content words
heads: the noun carries its preposition, the predicate its copula, the currency sign its number. Names are
changed by the table `clear` of `patterns/roles.yaml`. Sources: Choi and Palmer, Guidelines for the CLEAR
Style Constituent to Dependency Conversion (2012); universaldependencies.org/u/overview/syntax.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.rules.tables import table

_PREPOSITIONS = ("prep", "agent", "dative")
_PREDICATES = ("attr", "acomp")
_BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"}
)
_VERBAL = ("VB", "MD", "JJ", "RB")


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = table("roles")["clear"]
    return names


def is_clear(labels: Sequence[str]) -> bool:
    """Whether the labels of a sentence hold one that only CLEAR has; without one both schemes agree on it."""
    names = _names()
    return any(label in names and label != "nmod" for label in labels)


def to_universal(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return heads and labels of a CLEAR sentence in Universal Dependencies; a root is its own head."""
    rehung = _Rehung(words, tags, heads, labels)
    rehung.currencies()
    rehung.copulas()
    rehung.prepositions()
    names = _names()
    # `nmod` is a compound in CLEAR and a phrase in Universal Dependencies: the latter has a colon until here.
    return tuple(rehung.heads), tuple(names.get(label, label).removesuffix(":") for label in rehung.labels)


class _Rehung:
    """A sentence whose heads and labels are being changed; CLEAR labels stay until the end."""

    def __init__(
        self, words: Sequence[str], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
    ) -> None:
        self.words, self.tags = words, tags
        self.heads, self.labels = list(heads), list(labels)

    def below(self, at: int, *labels: str) -> list[int]:
        return [
            child
            for child, head in enumerate(self.heads)
            if head == at and child != at and (not labels or self.labels[child] in labels)
        ]

    def swap(self, child: int, at: int, label: str) -> None:
        """Put `child` in the place of its head `at`, which now hangs from it by `label`."""
        self.heads[child] = child if self.heads[at] == at else self.heads[at]
        self.labels[child] = self.labels[at]
        self.heads[at], self.labels[at] = child, label

    def currencies(self) -> None:
        """`$ <- 4.87 billion` becomes `$ -> 4.87 billion`; what hung from the whole figure goes along."""
        for sign, tag in enumerate(self.tags):
            number = self.heads[sign]
            if tag != "$" or number == sign or self.tags[number] != "CD":
                continue
            self.swap(sign, number, "nummod")
            for child in self.below(number):
                if self.labels[child] not in ("compound", "punct"):
                    self.heads[child] = sign

    def copulas(self) -> None:
        """`is -> partner` becomes `is <- partner`, with the subject and all else on the partner."""
        for verb, word in enumerate(self.words):
            if word.lower() not in _BE:
                continue
            predicates = self.below(verb, *_PREDICATES)
            if not predicates:
                continue
            if self.below(verb, "expl"):
                self.labels[predicates[0]] = "nsubj"
                continue
            self.swap(predicates[0], verb, "cop")
            for child in self.below(verb):
                self.heads[child] = predicates[0]

    def prepositions(self) -> None:
        """`reached -> in -> 2025` becomes `reached -> 2025 -> in`, also through `according -> to -> him`."""
        for at in range(len(self.words)):
            label = self.labels[at]
            if label not in _PREPOSITIONS or self.labels[self.heads[at]] in _PREPOSITIONS:
                continue
            chain = [at]
            while nested := self.below(chain[-1], "prep"):
                chain.append(nested[0])
            objects = self.below(chain[-1], "pobj", "pcomp")
            if not objects:
                if label == "prep":
                    self.labels[at] = "advmod"
                continue
            self._hang(objects[0], chain, label)

    def _hang(self, noun: int, chain: list[int], label: str) -> None:
        above = self.heads[chain[0]]
        clause = self.labels[noun] == "pcomp"
        verbal = self.tags[above].startswith(_VERBAL) or bool(self.below(above, "cop", "nsubj"))
        self.heads[noun] = above
        if clause:
            self.labels[noun] = "advcl" if verbal else "acl"
        elif label == "agent":
            self.labels[noun] = "obl:agent"
        else:
            self.labels[noun] = "obl" if verbal else "nmod:"
        for preposition in chain:
            self.heads[preposition] = noun
            self.labels[preposition] = "mark" if clause else "case"
