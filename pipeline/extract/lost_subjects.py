"""Names in front of a clause that a parser takes for an address or an aside, put back as its subject.

News calls nobody by name: `Germany, the bloc's largest economy, is to grow` tells of Germany, and a clause
without a subject has the bare name before its verb for one (`Riga lost 4,100 residents`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.extract.tree import Tree, is_tree
from pipeline.rules.tables import table

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl")
_ADDRESSED = ("vocative", "discourse", "dislocated")
_LOOSE = (*_ADDRESSED, "advmod", "dep", "nmod:unmarked", "obl:unmarked", "obl")
_OWNED_OR_LED = ("case", "mark")
_FINITE = ("VBD", "VBZ", "VBP")
_ASIDES = ("parataxis", "conj", "ccomp", "dep")
_RELATIVE = ("which", "who", "whose", "where")
_LENT = ("nsubj", "nsubj:pass")


def with_subjects(tree: Tree) -> Tree:
    """The tree with the subjects put back that were taken for something else."""
    whole = _Mended(tree)
    for at in range(len(tree)):
        if whole.labels[at] == "compound":
            whole.part(at)
        elif whole.labels[at] == "csubj" and whole.heads[at] < at and whole.tags[whole.heads[at]] == "JJ":
            whole.labels[at] = "xcomp"  # `is due to be signed`
        elif whole.words[at] == "next" and whole.labels[at] in ("nsubj", "advmod"):
            whole.following(at)
        elif whole.words[at] == "due" and whole.labels[at] in ("case", "mark"):
            whole.due(at)
        elif whole.tags[at] in _FINITE and whole.labels[at] in (*_ASIDES, "advcl"):
            whole.clause(at)
            whole.joined(at)
        elif whole.labels[at] in _LENT:
            whole.lend(at)
        if whole.may_be_subject(at):
            whole.mend(at)
    heads, labels = tuple(whole.heads), tuple(whole.labels)
    if (heads, labels) == (tree.heads, tree.labels) or not is_tree(heads):
        return tree  # a parse so wrong that mending ties it into a ring is left as it is
    return replace(tree, heads=heads, labels=labels)


@cache
def _times() -> frozenset[str]:
    calendar = table("names/words")
    return frozenset(word.lower() for word in (*calendar["months"], *calendar["days"]))


class _Mended:
    """The heads and labels of a sentence, changed where a subject was lost."""

    def __init__(self, tree: Tree) -> None:
        self.words = tree.lowered
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

    def due(self, word: int) -> None:
        """Hang a verb from the `due` before its `to` that was read as a preposition: `is due to open`."""
        verb = self.heads[word]
        if not word < verb or self.words[word + 1] != "to" or not self.tags[verb].startswith("VB"):
            return
        root = self.heads[verb] == verb
        self.heads[word], self.labels[word] = word if root else self.heads[verb], self.labels[verb]
        self.heads[verb], self.labels[verb] = word, "xcomp"
        self.heads[word + 1], self.labels[word + 1] = verb, "mark"

    def following(self, word: int) -> None:
        """Free the subject that was hung on `next`: `the ministers next gather in May`."""
        self.labels[word] = "advmod"
        for at in self.below(word):
            if self.labels[at] in _LENT:
                self.heads[at], self.labels[at] = self.heads[word], "nsubj"

    def lend(self, noun: int) -> None:
        """Give the clause the subject of an aside on it: `six mills worth $9 million were sold`."""
        aside = self.heads[noun]
        worth = self.words[aside] == "worth"
        if noun + 1 != aside or not (worth or self.tags[aside] == "VBG"):
            return
        below = self.below(aside)
        if any(self.labels[at].startswith(("aux", "mark")) for at in below):
            return
        main = next((at for at in below if worth and self._lacks_subject(at, aside)), self.heads[aside])
        if main <= aside or not self._lacks_subject(main, aside if worth else main):
            return
        for at in self.below(main):
            if at < main and self.labels[at] in _LENT:
                self.heads[at], self.labels[at] = aside, "obj"
        if self.heads[aside] == aside:
            self.heads[main], self.labels[main] = main, "ROOT"
        else:
            self.heads[main] = self.heads[aside] if self.heads[main] == aside else self.heads[main]
        for at in below:
            if at > main:
                self.heads[at] = main
        self.heads[aside], self.labels[aside] = noun, "acl"
        self._make_subject(noun, main, self.below(main))

    def _lacks_subject(self, verb: int, worth: int) -> bool:
        """Whether a verb with an auxiliary has no subject, or only the sum that something is worth."""
        below = self.below(verb)
        helped = any(self.labels[at].startswith("aux") for at in below)
        return helped and not any(self.labels[at] in _SUBJECTS and not worth < at < verb for at in below)

    def clause(self, verb: int) -> None:
        """Give a verb without subject the noun before it read as a phrase: `before the fair opens`."""
        noun = verb - 1
        while noun > 0 and self.labels[noun].startswith(("flat", "nmod:unmarked")):
            noun = self.heads[noun] if self.heads[noun] < noun else noun - 1
        marks = [at for at in self.below(noun) if self.labels[at] == "case"]
        if not self.tags[noun].startswith("NN") or len(marks) != 1 or noun < marks[0]:
            return
        mark, below = marks[0], self.below(verb)
        timely = self.words[mark] in table("roles")["subordinating"]
        if timely and not any(self.labels[at] in _SUBJECTS for at in below):
            self.heads[verb], self.labels[verb] = self.heads[noun], "advcl"
            self.heads[mark], self.labels[mark] = verb, "mark"
            self._make_subject(noun, verb, below)

    def joined(self, verb: int) -> None:
        """Give a verb the noun before it that was read as one more figure: `fell to 9 and profit rose`."""
        noun, below = verb - 1, self.below(verb)
        found = self.labels[noun] == "conj" and self.tags[noun].startswith("NN") and self.heads[noun] < noun
        if not found or self.tags[verb] != "VBD" or any(self.labels[at] in _SUBJECTS for at in below):
            return
        before = [at for at in self.below(noun) if at < noun]
        first = min((at for at in before if self.labels[at] != "cc"), default=noun)
        if self.words[first - 1] in ("and", "but") and self.tags[self.heads[verb]].startswith("VB"):
            self.labels[verb] = "conj"
            self._make_subject(noun, verb, below)
            for at in before:
                self.heads[at] = verb if self.labels[at] == "cc" else noun

    def part(self, noun: int) -> None:
        """Make subject or object of a noun that was read as part of a verb: `the smelter consumes`."""
        verb = self.heads[noun]
        if not self.tags[noun].startswith("NN") or self.tags[verb] not in _FINITE:
            return
        below = self.below(verb)
        wanted = _SUBJECTS if noun < verb else ("obj",)
        if self.labels[verb] in ("amod", "compound") or self.words[verb - 1] == "-":
            return
        if not any(self.labels[at] in (*wanted, "case") for at in below):
            self.labels[noun] = "nsubj" if noun < verb else "obj"
            for at in below:
                if at < noun < verb and self.labels[at] in ("det", "amod", "nummod", "nmod:poss"):
                    self.heads[at] = noun

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
        elif name < subject < verb and (self.words[subject] in _RELATIVE or self._in_which(name)):
            self._give_way(name, verb, below, "acl:relcl")
        elif name < subject < verb and self._is_aside(name, subject, verb):
            self._make_subject(name, verb, below)
            self.heads[subject], self.labels[subject] = name, "appos"

    def _in_which(self, name: int) -> bool:
        """Whether a clause with `in which`, `for whom` or the like begins behind a name."""
        mark = name + 2
        return (
            self.words[name + 1] == ","
            and self.labels[mark] == "case"
            and self.words[mark + 1] in ("which", "whom", "whose")
        )

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
