"""Forms in -s that a tagger takes for the last noun of their subject: `The dam powers 40,000 homes`.

What contradicts it is the figure right behind: none follows a noun at once (`the power plants 40 firms` is no
phrase). In headlines, whose nouns have no article, only words that are known to be verbs are taken for verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.tree import FINITE
from pipeline.rules.inflect import listed_verbs

_SINGULAR = ("NN", "NNP", "JJ", "VBN")
_IN_PHRASE = ("det", "compound", "amod", "nmod:poss", "nummod", "nsubj")
_OWNED = ("PRP$", "WP$")
_ABOUT = frozenset({
    "about", "around", "some", "nearly", "almost", "over", "roughly", "only", "just", "another", "more",
    "than",
})  # fmt: skip
_TAKEN_APART = ("compound", "nsubj", "nmod:poss", "amod", "nummod")
_STAYS = (
    "nmod",
    "nummod",
    "acl",
    "amod",
    "appos",
    "conj",
    "cc",
    "compound",
    "case",
    "flat",
    "advmod",
    "punct",
)
_OBJECTS = (
    "obj",
    "conj",
    "compound",
    "appos",
    "flat",
    "nummod",
    "dep",
    "xcomp",
    "advmod",
    "amod",
    "acl:relcl",
)
_BEHIND = {"nmod": "obl", "nmod:unmarked": "obl:unmarked", "acl": "xcomp", "acl:relcl": "advcl"}
_SAID = ("obj", "nsubj", "obl", "nmod", "xcomp", "compound", "appos")


class PluralVerbs:
    """Puts verbs back in lists of tags, heads and labels, which it changes; words are in lower case."""

    def __init__(self, words: list[str], tags: list[str], heads: list[int], labels: list[str]) -> None:
        self.words, self.tags, self.heads, self.labels = words, tags, heads, labels

    def mend(self) -> None:
        """Change the tree wherever a figure or an object follows a noun at once."""
        for verb in range(1, len(self.words) - 1):
            if self.tags[verb] == "NNS" and self.words[verb].endswith("s") and self._is_verb(verb):
                self._put_back(verb)

    def _is_verb(self, verb: int) -> bool:
        """Whether a noun has a singular one before it, as a subject, and a figure behind it, as an object."""
        subject = verb - 1
        joined = self.heads[subject] in (verb, self.heads[verb]) and self.labels[subject] in _IN_PHRASE
        if not joined or self.tags[subject] not in _SINGULAR:
            return False
        figure = self._figure(verb)
        fined = figure is None and self._alone() and self._has_two_objects(verb)
        first = self._first(subject)
        if not (figure is not None or fined) or self._is_governed(first, verb):
            return False
        known = self.words[verb] in listed_verbs("roles", "headline_verbs")
        if self.tags[first] == "DT" or self.tags[first] in _OWNED or self._is_owner(first):
            return known or fined or (figure is not None and self._counts(figure, verb))
        return known and first == 0 and self._alone()

    def _figure(self, verb: int) -> int | None:
        """Where a figure begins right behind a word, or behind what bounds it (`some 40`)."""
        at = verb + 1
        while at < len(self.words) - 1 and self.words[at] in _ABOUT:
            at += 1
        return at if self.tags[at] in ("CD", "$") else None

    def _has_two_objects(self, verb: int) -> bool:
        """Whether a noun and a sum behind hang on each other as no noun and sum do: `fines drivers $40`."""
        to = self.heads[verb]
        if to == verb:
            to = next((at for at in range(verb + 1, len(self.heads)) if self.heads[at] == verb), verb)
        known = listed_verbs("roles", "headline_verbs")
        if to <= verb or self.words[verb] not in known or self.words[to] in known:
            return False  # `Road fines average $40`
        return any(tag in ("CD", "$") for tag in self.tags[to + 1 : to + 2])

    def _counts(self, figure: int, verb: int) -> bool:
        """Whether a figure has its own noun behind, or nothing else in the sentence is a verb."""
        while self.tags[figure] == "CD" and self.heads[figure] > figure:
            figure = self.heads[figure]
        return self.tags[figure] != "CD" or self.heads[verb] == verb

    def _first(self, subject: int) -> int:
        """Where the phrase of a lost verb's subject begins."""
        first = subject
        while first > 0 and (
            self.labels[first - 1] in _IN_PHRASE[:-1] or self.words[first - 1] in ("'s", "’s")
        ):
            first -= 1
            if self.tags[first] in ("DT", *_OWNED):
                break
        return first

    def _is_owner(self, at: int) -> bool:
        return self.labels[at] == "nmod:poss"

    def _is_governed(self, first: int, verb: int) -> bool:
        """Whether a preposition or a verb before has the phrase for its own: `In the coal mines 40 men`."""
        if first and self.labels[first - 1] == "case":
            return True
        above = self.heads[verb]
        if above >= first or above == verb:
            return False
        finite = self.tags[above].startswith("VB")
        return finite and self.words[above] not in listed_verbs("modality_stops", "verbs")

    def _alone(self) -> bool:
        """Whether a sentence has no finite verb, but for one that says it."""
        said = listed_verbs("modality_stops", "verbs")
        return all(tag not in FINITE or word in said for word, tag in zip(self.words, self.tags, strict=True))

    def _put_back(self, verb: int) -> None:
        subject = verb - 1
        first, above = self._first(subject), self.heads[verb]
        for at in range(first, subject):
            if not first <= self.heads[at] <= subject:
                self.heads[at] = subject
        if above > verb and self.labels[verb] in _TAKEN_APART and self.tags[above] not in FINITE:
            self._above_object(verb, first, above)
        elif self.words[self.heads[first]] != "whose" and self.tags[first] == "WP$":
            self.labels[verb] = "acl:relcl"
        elif above != verb and self.labels[verb] in _SAID:
            self.labels[verb] = "ccomp"
        self._take_objects(verb)
        self.tags[verb] = "VBZ"
        if not self.tags[subject].startswith("NN"):
            self.tags[subject] = "NN"
        self.heads[subject], self.labels[subject] = verb, "nsubj"

    def _above_object(self, verb: int, first: int, noun: int) -> None:
        """Hang a verb where the noun hung that it was taken for a part of, and the noun below it."""
        self.heads[verb] = verb if self.heads[noun] == noun else self.heads[noun]
        self.labels[verb] = self.labels[noun]
        if self.heads[verb] != verb and self.labels[noun] in _SAID:
            self.labels[verb] = "ccomp"
        below = [at for at, head in enumerate(self.heads) if head == noun and at not in (noun, verb)]
        for at in below:
            if at < first or (at > noun and self.labels[at] not in _STAYS):
                self.heads[at] = verb
                self.labels[at] = _BEHIND.get(self.labels[at], self.labels[at])
        self.heads[noun], self.labels[noun] = verb, "obj"

    def _take_objects(self, verb: int) -> None:
        """Make objects of what follows a verb, and phrases of its own of those that hung on the noun."""
        below = [at for at, head in enumerate(self.heads) if head == verb and at > verb]
        bare = [at for at in below if self.labels[at] in _OBJECTS and not self._is_brought_in(at)]
        for at in below:
            if at in bare[:2]:
                self.labels[at] = "iobj" if len(bare) > 1 and at == bare[0] else "obj"
            elif self.labels[at] == "acl:relcl" and bare:
                self.heads[at] = bare[-1]
            else:
                self.labels[at] = _BEHIND.get(self.labels[at], self.labels[at])
        for at in [at for at, head in enumerate(self.heads) if head == verb and at < verb]:
            self.labels[at] = _BEHIND.get(self.labels[at], self.labels[at])

    def _is_brought_in(self, at: int) -> bool:
        """Whether a word is a verb, comes behind a comma or `and`, or is no noun or figure at all."""
        if not self.tags[at].startswith(("NN", "CD", "$")) or self.labels[at] == "acl:relcl":
            return True
        return any(head == at and self.labels[c] in ("cc", "case") for c, head in enumerate(self.heads)) or (
            "," in self._between(at)
        )

    def _between(self, at: int) -> Sequence[str]:
        return self.words[self.heads[at] + 1 : at]
