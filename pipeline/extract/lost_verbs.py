"""Verbs that a tagger takes for nouns, adjectives or prepositions, put back into the tree as verbs.

Only where the rest of the tree contradicts it: a plural that is no noun (`demand keeps growing`), a
participle that describes a noun with a subject and no copula (`the city last week signed leases`), or a
preposition with a subject and an object (`the new lamps save 40 MWh`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.plural_verbs import PluralVerbs
from pipeline.extract.tree import FINITE, is_tree
from pipeline.rules.tables import table

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_ASIDES = ("acl:relcl", "appos", "acl")
_LOOSE = ("parataxis", "acl", "dep", "conj", "ccomp", "acl:relcl")
_FINITE = ("VBD", "VBZ", "VBP", "VB", "VBN")
_MODIFIERS = ("compound", "amod", "advmod", "nmod:poss", "dep", "obj")
_HAVE = ("has", "have", "had")
_AMOUNT = ("CD", "DT", "IN", "JJ", "JJR", "RB", "RBR")
_PARTS = frozenset({
    "%", "percent", "percentage", "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths",
    "tenth", "most", "cent", "share",
})  # fmt: skip
_TIMES = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"})
_TAKEN = {"accounts for": _PARTS, "runs for": _TIMES, "lasts for": _TIMES}
_LEFT_TO_NOUN = ("case", "det", "nummod", "amod", "compound", "nmod:poss")


def with_verbs(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """The tags, heads and labels of a sentence with lost verbs put back."""
    whole = _Mended(words, tags, heads, labels)
    if not is_tree(whole.heads):
        return tuple(tags), tuple(heads), tuple(labels)
    return tuple(whole.tags), tuple(whole.heads), tuple(whole.labels)


class _Mended:
    """The tags, heads and labels of a sentence, changed where a verb was lost."""

    def __init__(
        self, words: Sequence[str], tags: Sequence[str], heads: Sequence[int], labels: Sequence[str]
    ) -> None:
        self.words = [word.lower() for word in words]
        self.tags, self.heads, self.labels = list(tags), list(heads), list(labels)
        PluralVerbs(self.words, self.tags, self.heads, self.labels).mend()
        root = next((at for at, head in enumerate(self.heads) if head == at), None)
        if root is not None and self.tags[root].startswith("NN"):
            self._main_verb(root)
            self._only_verb(root)
        elif root is not None and self.tags[root] == "IN":
            self._main_preposition(root)
        for at in range(1, len(words)):
            if (
                self.words[at] == "mine"
                and self.tags[at] == "PRP"
                and self.tags[at - 1] in ("DT", "JJ", "NN")
            ):
                self.tags[at] = "NN"  # `the mine`
            if self.tags[at] in ("NNS", "NN") and self._is_verb(at):
                self._plural(at)
            elif self.tags[at] == "VB" and self.words[at - 1] == "of" and self.labels[at - 1] == "mark":
                self.tags[at], self.labels[at], self.labels[at - 1] = "NN", "nmod", "case"  # `tons of ore`
            elif self.tags[at] == "VBZ" and self.words[at] in table("roles")["nouns_too"]:
                self._left_out(at)
            elif self.tags[at] in ("VBN", "VBD") and self.labels[at] == "amod":
                self._participle(at)
            elif self.tags[at].startswith("JJ") and self._is_infinitive(at):
                self.tags[at] = "VB"  # `agreed to lower taxes`
            elif self.words[at] == "times" and self.labels[at] == "obl:unmarked" and self._is_object(at):
                self.labels[at] = "obj"  # `cut waiting times`

    def _is_infinitive(self, at: int) -> bool:
        """Whether a word behind `to` has an object."""
        marked = self.words[at - 1] == "to" and self.labels[at - 1] == "mark" and self.heads[at - 1] == at
        return marked and self._has_object(at)

    def _is_object(self, times: int) -> bool:
        """Whether a sort of times stands right behind its verb, which has no other object."""
        verb = self.heads[times]
        right_behind = self.labels[times - 1] == "compound" and verb == times - 2
        return right_behind and self.tags[verb].startswith("VB") and not self._has_object(verb)

    def _has_object(self, verb: int) -> bool:
        return (verb, "obj") in zip(self.heads, self.labels, strict=True)

    def _left_out(self, noun: int) -> None:
        """Make a noun of what stands for another's like in a clause without a verb (`exports reached $4bn and
        imports $3bn`): no verb, as its like is the subject.
        """
        first = self.heads[noun]
        subject = next(
            (at for at in range(noun) if self.heads[at] == first and self.labels[at] in _SUBJECTS), None
        )
        if self.labels[noun] == "conj" and subject is not None and self.tags[subject] == "NNS":
            self.tags[noun] = "NNS"

    def _main_verb(self, noun: int) -> None:
        """Make the verb behind an aside the root (`Oslo, which has a port, now counts 9,000`)."""
        below = [at for at, head in enumerate(self.heads) if head == noun and at != noun]
        aside = any(self.labels[at] in _ASIDES for at in below)
        if not aside or any(self.labels[at] in ("cop", *_SUBJECTS) for at in below):
            return
        verb = next((at for at in below if self._follows_aside(at, noun)), None)
        if verb is None:
            return
        self.heads[verb], self.labels[verb] = verb, self.labels[noun]
        self.heads[noun], self.labels[noun] = verb, "nsubj"
        if not self.tags[verb].startswith("VB"):
            self.tags[verb] = "VBZ"
        for at in below:
            if at > verb:
                self.heads[at] = verb

    def _is_verb(self, plural: int) -> bool:
        """Whether a form in -s is a verb by its word, or by the share or time it takes: `runs for a year`."""
        if self.words[plural] in table("roles")["only_verbs"]:
            return True
        wanted = _TAKEN.get(" ".join(self.words[plural : plural + 2]))
        if wanted is None:
            return False
        at = plural + 2
        while at + 1 < len(self.tags) and self.words[at] not in wanted and self.tags[at] in _AMOUNT:
            at += 1
        return at < len(self.words) and self.words[at] in wanted

    def _only_verb(self, noun: int) -> None:
        """Make a verb of a plural behind a name in a sentence without any (`Togo accounts for $4bn`)."""
        if any(tag in FINITE for tag in self.tags) or self.tags[noun] != "NNS":
            return
        name = noun - 1
        for_figure = self.words[noun + 1 : noun + 2] == ["for"] and self._takes_figure(noun + 1)
        named = name >= 0 and (self.labels[name], self.tags[name]) == ("compound", "NNP")
        if not named or not (for_figure or self._takes_figure(noun)):
            return
        self.tags[noun], self.labels[name] = "VBZ", "nsubj"
        for child, head in enumerate(self.heads):
            if child > noun and head == noun and self.labels[child].startswith("nmod"):
                self.labels[child] = "obl"

    def _main_preposition(self, verb: int) -> None:
        """Make a verb of a preposition between a plural subject and an object of its own."""
        below = [at for at, head in enumerate(self.heads) if head == verb and at != verb]
        subject = next((at for at in below if self.labels[at] == "nsubj" and at < verb), None)
        plural = subject is not None and self.tags[subject] in ("NNS", "NNPS")
        if plural and any(self.labels[at] == "obj" and at > verb for at in below):
            self.tags[verb] = "VBP"

    def _follows_aside(self, verb: int, noun: int) -> bool:
        """Whether a token is a verb without a subject behind the comma that ends an aside on a noun."""
        start = verb - 1
        while start > noun and self.tags[start].startswith("RB"):
            start -= 1
        if start <= noun or self.words[start] != "," or self.labels[verb] not in _LOOSE:
            return False
        finite = self.tags[verb] in _FINITE or (
            self.tags[verb] == "NNS" and (start < verb - 1 or self._takes_figure(verb))
        )
        own = (self.labels[at] for at, head in enumerate(self.heads) if head == verb)
        return finite and not any(label in _SUBJECTS for label in own)

    def _takes_figure(self, verb: int) -> bool:
        """Whether a figure follows at once (`owns 63%`), as none does on a noun."""
        return verb + 1 < len(self.tags) and self.tags[verb + 1] in ("CD", "$")

    def _plural(self, verb: int) -> None:
        """Make a verb of what was read as the last noun of its subject."""
        if self.labels[verb - 1] not in _MODIFIERS or self.heads[verb - 1] != verb:
            return
        subject = verb - 1
        while self.tags[subject].startswith("RB") and subject > 0 and self.words[subject - 1] != "-":
            subject -= 1
        above, label = self.heads[verb], self.labels[verb]
        cases = [at for at in range(subject) if self.heads[at] == verb and self.labels[at] == "case"]
        clause = bool(cases) and self.words[cases[0]] in table("roles")["subordinating"]
        for child in range(len(self.words)):
            if child == verb or self.heads[child] != verb:
                continue
            if child < subject and not (clause and child in cases):
                self.heads[child] = subject
            elif clause and child in cases:
                self.labels[child] = "mark"
            elif child > verb:
                self._behind(child)
        self.tags[verb] = "VBZ"
        if not self.tags[subject].startswith("NN"):
            self.tags[subject] = "NN"
        self.heads[subject], self.labels[subject] = verb, "nsubj"
        if clause:
            self.labels[verb] = "advcl"
        elif cases and above < subject:
            self._above(verb, subject, above, label)

    def _above(self, verb: int, subject: int, above: int, label: str) -> None:
        """Give a verb the place of the noun its subject was hung on: `demand for power keeps`."""
        self.heads[subject], self.labels[subject] = above, "nmod" if label.startswith("obl") else label
        self.heads[verb] = verb if self.heads[above] == above else self.heads[above]
        self.labels[verb] = self.labels[above]
        for child in range(verb + 1, len(self.words)):
            if self.heads[child] == above:
                self.heads[child] = verb
        self.heads[above], self.labels[above] = verb, "nsubj"

    def _behind(self, child: int) -> None:
        """What hung from the noun hangs from the verb: `keeps growing`, `opens in May`."""
        if self.labels[child].startswith("acl"):
            self.labels[child] = "xcomp"
        elif self.labels[child] == "nmod":
            self.labels[child] = "obl"

    def _perfect(self, verb: int) -> bool:
        """Make a verb of the participle after `has` and adverbs: `has so far secured orders`."""
        noun = self.heads[verb]
        has, start = self.heads[noun], verb - 1
        while start > has and self.tags[start].startswith("RB"):
            start -= 1
        if not (start == has < verb - 1 and self.words[has] in _HAVE and self.labels[noun] == "obj"):
            return False
        self.heads[verb] = verb if self.heads[has] == has else self.heads[has]
        self.labels[verb], self.labels[has] = self.labels[has], "aux"
        for child, head in enumerate(self.heads):
            if head == has and child != verb:
                self.heads[child] = verb
        self.heads[has] = verb
        return True

    def _participle(self, verb: int) -> None:
        """Make a verb of a participle that was read as an adjective of its own object."""
        noun = self.heads[verb]
        if self._perfect(verb):
            return
        below = [at for at, head in enumerate(self.heads) if head == noun and at != noun]
        subjects = [at for at in below if self.labels[at] in _SUBJECTS and at < verb]
        if noun < verb or not subjects or any(self.labels[at] in ("cop", "aux") for at in below):
            return
        if any(self.labels[at] in _LEFT_TO_NOUN and at < verb for at in below):
            return
        self.heads[verb] = verb if self.heads[noun] == noun else self.heads[noun]
        self.labels[verb], self.tags[verb] = self.labels[noun], "VBD"
        self.heads[noun], self.labels[noun] = verb, "obj"
        stays = ("nmod", *_LEFT_TO_NOUN)
        for child in below:
            if child != verb and (child < verb or not self.labels[child].startswith(stays)):
                self.heads[child] = verb
