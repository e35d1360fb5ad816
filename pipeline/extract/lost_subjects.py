"""Names in front of a clause that a parser takes for an address or an aside, put back as its subject.

News calls nobody by name: `Germany, the bloc's largest economy, is to grow` tells of Germany, and a clause
without a subject has the bare name before its verb for one (`Riga lost 4,100 residents`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.tree import Tree
from pipeline.rules.tables import table

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
_ADDRESSED = ("vocative", "discourse", "dislocated")
_LOOSE = (*_ADDRESSED, "advmod", "dep", "nmod:unmarked", "obl:unmarked", "obl")
_OWNED_OR_LED = ("case", "mark")
_FINITE = ("VBD", "VBZ", "VBP")
_ASIDES = ("parataxis", "conj", "ccomp", "dep")
_RELATIVE = ("which", "who", "whose", "where")


def with_subjects(tree: Tree) -> Tree:
    """The tree with the subjects put back that were taken for something else."""
    whole = _Mended(tree)
    for at in range(len(tree)):
        if whole.may_be_subject(at):
            whole.mend(at)
    heads, labels = tuple(whole.heads), tuple(whole.labels)
    return tree if labels == tree.labels else replace(tree, heads=heads, labels=labels)


@cache
def _times() -> frozenset[str]:
    calendar = table("names/words")
    return frozenset(word.lower() for word in (*calendar["months"], *calendar["days"]))


class _Mended:
    """The heads and labels of a sentence, changed where a subject was lost."""

    def __init__(self, tree: Tree) -> None:
        self.words = [word.lower() for word in tree.words]
        self.tags, self.heads, self.labels = tree.tags, list(tree.heads), list(tree.labels)

    def below(self, head: int) -> list[int]:
        """What hangs from a word."""
        return [at for at, above in enumerate(self.heads) if above == head and at != head]

    def may_be_subject(self, at: int) -> bool:
        """Whether a token is a bare name that hangs loosely from a later word."""
        if self.labels[at] not in _LOOSE or self.heads[at] <= at or not self.tags[at].startswith("NN"):
            return False
        proper = self.tags[at].startswith("NNP") and self.words[at] not in _times()
        if not proper and self.labels[at] not in _ADDRESSED:
            return False
        return not any(self.labels[child] in _OWNED_OR_LED and child < at for child in self.below(at))

    def mend(self, name: int) -> None:
        """Make a name the subject of the verb it hangs from, or of the one behind an aside on it."""
        verb = self.heads[name]
        below = self.below(verb)
        subject = next((at for at in below if self.labels[at] in _SUBJECTS), None)
        if subject is None:
            if self._is_bare_participle(verb, below):
                self._give_way(name, verb, below, "acl")
            elif self._is_finite(verb, below):
                self._make_subject(name, verb, below)
        elif name < subject < verb and self.words[subject] in _RELATIVE:
            self._give_way(name, verb, below, "acl:relcl")
        elif name < subject < verb and self._is_aside(name, subject, verb):
            self._make_subject(name, verb, below)
            self.heads[subject], self.labels[subject] = name, "appos"

    def _is_finite(self, verb: int, below: Sequence[int]) -> bool:
        return self.tags[verb] in _FINITE or any(self.labels[at].startswith(("aux", "cop")) for at in below)

    def _is_bare_participle(self, verb: int, below: Sequence[int]) -> bool:
        bare = not any(self.labels[at].startswith("aux") for at in below)
        return self.tags[verb] in ("VBN", "VBG") and bare

    def _make_subject(self, name: int, verb: int, below: Sequence[int]) -> None:
        passive = any(self.labels[at] == "aux:pass" for at in below)
        self.heads[name], self.labels[name] = verb, "nsubj:pass" if passive else "nsubj"

    def _is_aside(self, name: int, subject: int, verb: int) -> bool:
        """Whether what was read as the subject stands between the commas of an aside on the name."""
        first = subject
        while first > name + 1 and self.words[first - 1] != ",":
            first -= 1
        inner = self.words[subject + 1 : verb]
        return first > name + 1 and self.words[first - 1] == "," and "," in inner

    def _give_way(self, name: int, verb: int, below: Sequence[int], label: str) -> None:
        """Make the verb behind an aside the main one: `Cosco, which holds 67%, plans to invest`."""
        main = next((at for at in below if at > verb and self._goes_on(at)), None)
        if main is None:
            return
        self.heads[main] = main if self.heads[verb] == verb else self.heads[verb]
        self.labels[main] = self.labels[verb]
        self.heads[verb], self.labels[verb] = name, label
        self.heads[name] = main
        self._make_subject(name, main, self.below(main))
        for at in below:
            if at > main:
                self.heads[at] = main

    def _goes_on(self, at: int) -> bool:
        """Whether a verb without subject stands behind a comma."""
        start = at - 1
        while start > 0 and self.tags[start].startswith(("RB", "MD", "VB")):
            start -= 1
        own = self.below(at)
        has_subject = any(self.labels[child] in _SUBJECTS for child in own)
        finite = self.tags[at] in _FINITE or any(self.labels[child].startswith("aux") for child in own)
        return self.words[start] == "," and self.labels[at] in _ASIDES and finite and not has_subject
