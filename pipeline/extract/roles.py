"""Who does what in a sentence: grammatical roles looked up in a tree of Universal Dependencies.

Passives, relative and participial clauses, coordination and control are resolved here, once, so that no rule
has to. Which label gives which role is said in `patterns/roles.yaml`. All tokens are indexes into the tree.
"""

from __future__ import annotations

from functools import cache

from pipeline.extract.tree import Tree
from pipeline.rules.tables import table

_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_VERB_TAGS = ("VB", "MD")
_FURTHEST = 8


@cache
def labels(role: str) -> tuple[str, ...]:
    """The dependency labels that give a role. Raises KeyError for a role that `patterns/roles.yaml` does not
    name.
    """
    return tuple(table("roles")["roles"][role])


class Roles:
    """Look-ups in one parsed tree. Every method gives None or nothing where the sentence does not say."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._verbs: dict[int, bool] = {}
        self._phrases: dict[int, dict[str, list[int]]] = {}
        self._children: dict[tuple[int, str], tuple[int, ...]] = {}
        self._clauses: dict[int, int | None] = {}
        self._subjects: dict[int, int | None] = {}
        self._passive: dict[int, bool] = {}
        self._noun_phrases: dict[int, tuple[int, int]] = {}

    def has(self, token: int, role: str) -> bool:
        """Whether a token hangs from its head in that role."""
        return self.tree.labels[token] in labels(role)

    def children(self, token: int, role: str) -> tuple[int, ...]:
        """The dependents of a token in that role."""
        below = self.tree.children(token)
        if not below:
            return below
        if (token, role) not in self._children:
            wanted, given = labels(role), self.tree.labels
            self._children[token, role] = tuple([child for child in below if given[child] in wanted])
        return self._children[token, role]

    def is_verb(self, token: int) -> bool:
        """Whether a token heads a clause: a verb, or a predicate noun or adjective with copula or subject."""
        if token not in self._verbs:
            self._verbs[token] = self._heads_clause(token)
        return self._verbs[token]

    def _heads_clause(self, token: int) -> bool:
        if self.tree.labels[token].split(":")[0] in ("aux", "cop"):
            return False
        if self.tree.tags[token].startswith(_VERB_TAGS) and not self.has(token, "modifier"):
            return True
        return bool(self.children(token, "copula") or self.children(token, "subject"))

    def clause(self, token: int) -> int | None:
        """The head of the clause that a token belongs to; the token itself where it is one."""
        if token not in self._clauses:
            chain = (token, *self.tree.above(token))
            self._clauses[token] = next(filter(self.is_verb, chain), None)
        return self._clauses[token]

    def governor(self, token: int) -> int | None:
        """The nearest clause head above a token, never the token itself."""
        return next(filter(self.is_verb, self.tree.above(token)), None)

    def own_subject(self, verb: int) -> int | None:
        """The subject that hangs on this very verb, relative pronouns replaced by what they stand for."""
        if verb not in self._subjects:
            self._subjects[verb] = self._find_own_subject(verb)
        return self._subjects[verb]

    def _find_own_subject(self, verb: int) -> int | None:
        for child in self.children(verb, "subject"):
            if self.has(child, "dummy"):
                continue
            if self.tree.lowered[child] in _RELATIVE and self.has(verb, "of_noun"):
                return self._antecedent(child, self.tree.heads[verb])
            return self._loose_antecedent(child)
        return None

    def _antecedent(self, pronoun: int, noun: int) -> int:
        """What a relative pronoun stands for: after a comma not the place that a phrase ends in, but what is
        there.

        `the largest plant in the Sahel, which supplies ...`: the plant.
        """
        after_comma = pronoun > 0 and self.tree.words[pronoun - 1] == ","
        if after_comma and self.tree.tags[noun].startswith("NNP") and self.preposition(noun) == "in":
            above = self.tree.heads[noun]
            if self.tree.tags[above].startswith(("NN", "JJS")):
                return above
        many = self.tree.words[pronoun + 1 : pronoun + 2] in (("are",), ("were",), ("have",))
        if after_comma and many and self.tree.tags[noun] in ("NN", "NNP"):
            return next((at for at in self.tree.above(noun) if self.tree.tags[at] == "NNS"), noun)
        return noun

    def _loose_antecedent(self, pronoun: int) -> int:
        """The noun before the comma, where the parse hangs a relative clause on a verb; else the word itself.

        `the fair, which was hosted by Oslo`: the fair.
        """
        words, tags = self.tree.words, self.tree.tags
        relative = pronoun > 1 and words[pronoun].lower() in _RELATIVE and words[pronoun - 1] == ","
        if not relative or not self.has(pronoun, "passive"):
            return pronoun
        return pronoun - 2 if tags[pronoun - 2].startswith("NN") else pronoun

    def subject(self, verb: int, depth: int = 0) -> int | None:
        """The grammatical subject of a clause, shared with or controlled by the clauses above where it has
        none.
        """
        own = self.own_subject(verb)
        if own is not None or depth > _FURTHEST:
            return own
        head = self.tree.heads[verb]
        if head == verb:
            return None
        if self.has(verb, "of_noun"):
            return head
        if self.has(verb, "controlled"):
            controller = self.children(head, "object")
            if controller and controller[0] < verb and self.tree.lowered[controller[0]] != "it":
                return controller[0]
        if self._beside_subject(verb, head):
            return head
        if self.has(verb, "sharing"):
            above = self.clause(head)
            if above is not None and above != verb:
                return self.subject(above, depth + 1)
        return None

    def _beside_subject(self, verb: int, head: int) -> bool:
        """Whether a parse hung a clause on its own subject: `Rolls-Royce is building`."""
        tree = self.tree
        beside = tree.labels[verb] == "parataxis" and head < verb and tree.labels[head] in ("ROOT", "root")
        if not beside or not tree.tags[head].startswith("NN") or not tree.children(verb, "aux"):
            return False
        return "," not in tree.words[head + 1 : verb] and not self.is_verb(head)

    def passive(self, verb: int) -> bool:
        """Whether the clause is passive: its subject is the thing done."""
        if verb not in self._passive:
            self._passive[verb] = self._is_passive(verb)
        return self._passive[verb]

    def _is_passive(self, verb: int) -> bool:
        marks = self.children(verb, "passive")
        if marks:
            return not self._does_to_relative(verb, marks)
        if self._joined_to_passive(verb):
            return True
        if self.tree.tags[verb] != "VBN" or self.tree.children(verb, "aux"):
            return False
        if self.has(verb, "of_noun") or not self.tree.children(verb, "nsubj", "obj"):
            return True
        return self._cut_short(verb)

    def _does_to_relative(self, verb: int, marks: tuple[int, ...]) -> bool:
        """Whether what was read as a passive has a relative object: `the pact which Peru signed`."""
        if any(self.tree.labels[mark] == "aux:pass" for mark in marks):
            return False
        return any(self.tree.lowered[at] in _RELATIVE for at in self.children(verb, "object"))

    def _cut_short(self, verb: int) -> bool:
        """Whether what a parse took for the main verb is a participle: `a mill built with loans pays`."""
        tree = self.tree
        if tree.children(verb, "obj") or tree.tags[verb + 1 : verb + 2] != ("IN",):
            return False
        others = tree.children(verb, "advcl", "conj", "parataxis", "ccomp")
        return any(
            tree.tags[other] in ("VBZ", "VBP", "VBD") and not tree.children(other, "nsubj", "mark", "cc")
            for other in others
        )

    def _joined_to_passive(self, verb: int) -> bool:
        """Whether what a tagger took for an infinitive goes on a passive: `was finished and put into use`."""
        if self.tree.tags[verb] != "VB" or not self.has(verb, "coordinate"):
            return False
        own = self.children(verb, "subject") + self.children(verb, "object")
        return not own and not self.tree.children(verb, "aux", "mark") and self.passive(self.tree.heads[verb])

    def object(self, verb: int) -> int | None:
        """The direct object of a verb, or the indirect one that comes before it."""
        return next(iter(self.children(verb, "object")), None)

    def complement(self, verb: int) -> int | None:
        """What the subject or the object is or becomes: `partner` in `making China a partner`, `became a
        partner`.

        For a clause with a copula that is its own head: `partner` in `China is a partner`.
        """
        if self.children(verb, "copula"):
            return verb
        return next(iter(self.children(verb, "complement")), None)

    def doer(self, verb: int) -> int | None:
        """Who does it: the subject, or the by-phrase of a passive."""
        if self.passive(verb):
            agents = (child for child in self.children(verb, "agent") if self.preposition(child) == "by")
            return next(agents, None)
        return self.subject(verb)

    def thing(self, verb: int) -> int | None:
        """What it is done to: the object, or the subject of a passive."""
        return self.subject(verb) if self.passive(verb) else self.object(verb)

    def preposition(self, token: int) -> str | None:
        """The preposition that brings a noun in: the last of its case words (`because of` is `of`)."""
        cases = [c for c in self.children(token, "preposition") if c < token and self.tree.tags[c] != "POS"]
        return self.tree.lowered[cases[-1]] if cases else None

    def phrases(self, token: int) -> dict[str, list[int]]:
        """Nouns brought in by prepositions below a token, by preposition."""
        if token not in self._phrases:
            found: dict[str, list[int]] = {}
            for child in self.children(token, "phrase"):
                word = self.preposition(child)
                if word is not None:
                    found.setdefault(word, []).append(child)
            self._phrases[token] = found
        return self._phrases[token]

    def phrase(self, token: int, preposition: str) -> int | None:
        """The first noun that the preposition brings in below a token."""
        found = self.phrases(token).get(preposition)
        return found[0] if found else None

    def owner(self, token: int) -> int | None:
        """The possessor of a noun: `Azerbaijan` in `Azerbaijan's capacity`."""
        return next(iter(self.children(token, "owner")), None)

    def apposition(self, token: int) -> int | None:
        """The noun that a token stands beside in apposition."""
        return self.tree.heads[token] if self.has(token, "apposition") else None

    def coordinates(self, token: int) -> list[int]:
        """A noun and those joined to it: `Azerbaijan, Turkey and Iran`."""
        first = self.tree.heads[token] if self.has(token, "coordinate") else token
        return [first, *self.children(first, "coordinate")]

    def noun_phrase(self, token: int) -> tuple[int, int]:
        """First and last token of the noun phrase of a token, without phrases and clauses after it."""
        if token not in self._noun_phrases:
            before = [
                self.tree.subtree(child)[0] for child in self.children(token, "before") if child < token
            ]
            behind = self.children(token, "behind")
            self._noun_phrases[token] = min([token, *before]), max([token, *behind])
        return self._noun_phrases[token]
