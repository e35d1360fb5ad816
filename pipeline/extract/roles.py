"""Who does what in a sentence: grammatical roles looked up in a tree of Universal Dependencies.

Passives, relative and participial clauses, coordination and control are resolved here, once, so that no rule has
to. All tokens are indexes into the tree.
"""

from __future__ import annotations

from pipeline.extract.tree import Tree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_NOUN_TAGS = ("NN", "PRP", "CD", "$", "DT", "JJS", "WP")
_INSIDE = frozenset({
    "det", "amod", "compound", "nummod", "nmod:poss", "flat", "punct", "case", "det:predet", "goeswith", "advmod",
    "compound:prt", "nmod:unmarked", "nmod:npmod", "nmod:desc", "cc", "conj", "appos",
})  # fmt: skip


class Roles:
    """Look-ups in one parsed tree. Every method gives None or nothing where the sentence does not say."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def is_verb(self, token: int) -> bool:
        """Whether a token heads a clause: a verb, or a predicate noun or adjective with copula or subject."""
        if self.tree.tags[token].startswith(("VB", "MD")) and self.tree.labels[token] not in ("amod", "compound"):
            return True
        return bool(self.tree.children(token, "cop", *_SUBJECTS))

    def clause(self, token: int) -> int | None:
        """The head of the clause that a token belongs to; the token itself where it is one."""
        for candidate in (token, *self.tree.above(token)):
            if self.is_verb(candidate):
                return candidate
        return None

    def own_subject(self, verb: int) -> int | None:
        """The subject that hangs on this very verb, relative pronouns replaced by what they stand for."""
        for child in self.tree.children(verb, *_SUBJECTS):
            if self.tree.labels[child] == "expl":
                continue
            if self.tree.words[child].lower() in _RELATIVE and self.tree.labels[verb].startswith("acl"):
                return self.tree.heads[verb]
            return child
        return None

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """The grammatical subject of a clause, shared with or controlled by the clauses above where it has none."""
        own = self.own_subject(verb)
        if own is not None or depth > 8:
            return own
        head, label = self.tree.heads[verb], self.tree.labels[verb]
        if head == verb:
            return None
        if label.startswith("acl"):
            return head
        if label == "xcomp":
            controller = self.tree.children(head, "obj")
            if controller and controller[0] < verb and not self.tree.words[controller[0]].lower() == "it":
                return controller[0]
        if label in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "advcl:relcl", "appos", "obl", "dep", "obj"):
            above = self.clause(head)
            if above is not None and above != verb:
                return self.subject(above, depth + 1)
        return None

    def passive(self, verb: int) -> bool:
        """Whether the clause is passive: its subject is the thing done."""
        if self.tree.children(verb, "nsubj:pass", "aux:pass"):
            return True
        participle = self.tree.tags[verb] == "VBN" and not self.tree.children(verb, "aux")
        return participle and (self.tree.labels[verb].startswith("acl") or not self.tree.children(verb, "nsubj", "obj"))

    def object(self, verb: int) -> int | None:
        """The direct object of a verb."""
        for child in self.tree.children(verb, "obj", "iobj"):
            return child
        return None

    def doer(self, verb: int) -> int | None:
        """Who does it: the subject, or the by-phrase of a passive."""
        if self.passive(verb):
            agents = [child for child in self.tree.children(verb, "obl:agent", "obl") if self.preposition(child) == "by"]
            return agents[0] if agents else None
        return self.subject(verb)

    def thing(self, verb: int) -> int | None:
        """What it is done to: the object, or the subject of a passive."""
        return self.subject(verb) if self.passive(verb) else self.object(verb)

    def preposition(self, token: int) -> str | None:
        """The preposition that brings a noun in: the last of its case words (`according to` is `to`)."""
        cases = [c for c in self.tree.children(token, "case") if c < token and self.tree.tags[c] != "POS"]
        return self.tree.words[cases[-1]].lower() if cases else None

    def phrases(self, token: int) -> dict[str, list[int]]:
        """Nouns brought in by prepositions below a token, by preposition."""
        found: dict[str, list[int]] = {}
        for child in self.tree.children(token):
            if self.tree.labels[child].startswith(("nmod", "obl", "nummod", "dep", "advmod")):
                word = self.preposition(child)
                if word is not None:
                    found.setdefault(word, []).append(child)
        return found

    def phrase(self, token: int, preposition: str) -> int | None:
        """The first noun that the preposition brings in below a token."""
        found = self.phrases(token).get(preposition)
        return found[0] if found else None

    def owner(self, token: int) -> int | None:
        """The possessor of a noun: `Azerbaijan` in `Azerbaijan's capacity`."""
        owners = self.tree.children(token, "nmod:poss")
        return owners[0] if owners else None

    def apposition(self, token: int) -> int | None:
        """The noun that a token stands beside in apposition."""
        return self.tree.heads[token] if self.tree.labels[token] in ("appos", "parataxis") else None

    def coordinates(self, token: int) -> list[int]:
        """A noun and those joined to it: `Azerbaijan, Turkey and Iran`."""
        first = self.tree.heads[token] if self.tree.labels[token] == "conj" else token
        return [first, *self.tree.children(first, "conj")]

    def noun_phrase(self, token: int) -> tuple[int, int]:
        """First and last token of the noun phrase that a token heads, without phrases and clauses after it."""
        first = token
        for child in self.tree.children(token):
            if child < first and self.tree.labels[child].split(":")[0] in _PREMODIFIERS:
                first = min(first, self.tree.subtree(child)[0])
        last = token
        for child in self.tree.children(token, "flat", "goeswith", "compound:prt", "fixed"):
            last = max(last, child)
        return first, last


_PREMODIFIERS = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "advmod", "obl"})
