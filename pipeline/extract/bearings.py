"""How the nouns of a sentence bear on one figure in it: by role, clause, distance and company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from pipeline.extract.drafts import Draft
from pipeline.extract.nouns import Noun, known, nouns
from pipeline.extract.sentence import Sentence
from pipeline.model import Quantity

_CLAUSES = 4
_AT_HAND = 256
_FIGURES_AT_HAND = 4
_LEVELS = ("its clause", "the clause above", "a clause further up")
_STEPS = (2, 5, 10)
_PASSED = 3
_BREAKS = frozenset({";", ":", "—", "–", "whereas", "while", "but"})
"""Where one statement of a sentence ends and the next begins, whatever the parse makes of it."""

Roles = dict[int, set[str]]
Slots = tuple[tuple[str, int], ...]


Bearings = tuple[tuple[Noun, frozenset[str]], ...]


def bearings(draft: Draft, metric: int) -> Bearings:
    """Each noun of the draft's sentence with what tells how it bears on the figure.

    `metric` is the token of the metric's noun, -1 where there is none.
    """
    return _bearings(draft.sentence, draft.token, metric, tuple(draft.slots.items()))


@lru_cache(maxsize=_FIGURES_AT_HAND)
def _bearings(sentence: Sentence, token: int, metric: int, slots: Slots) -> Bearings:
    return tuple((noun, frozenset(tells)) for noun, tells in _told(sentence, token, metric, slots))


def _told(sentence: Sentence, token: int, metric: int, slots: Slots) -> Iterator[tuple[Noun, set[str]]]:
    chain = _clauses(sentence, token)
    roles = _roles(sentence, token, metric, chain, slots)
    found = nouns(sentence)
    company = _company(token, [noun for noun in found if noun.name is not None])
    extent = sentence.extent(token)
    commas, figures = _commas(sentence), _figures(sentence)
    comma = commas.index(1) if commas[-1] else len(sentence.tree)
    begins = _statement(sentence, extent[0])
    opening = next((noun.token for noun in found if noun.token >= begins), None)
    for noun in found:
        tells = set(noun.nature)
        tells |= roles.get(noun.token, set()) | roles.get(noun.head, set()) | company.get(noun.token, set())
        tells |= _distance(noun, *extent)
        side = "before" if noun.token < extent[0] else "behind"
        near = extent[0] - 1 if side == "before" else extent[1]
        for what, counted in (("commas", commas), ("figures", figures)):
            tells.add(f"{side} over {min(abs(counted[noun.token] - counted[near]), _PASSED)} {what}")
        if noun.token < comma < extent[0]:
            tells.add("in front")
        if noun.token == opening:
            tells.add(f"{'noun' if noun.name is None else 'name'} opening the statement")
        if begins <= noun.token < extent[0]:
            tells.add("in the statement")
        elif noun.token < begins:
            tells.add("in another statement")
        if noun.clause is not None:
            above = noun.clause in chain
            same = noun.clause in chain[:1]
            tells.add("same clause" if same else "clause above" if above else "other clause")
            if "label nsubj" in tells:
                tells.add("a subject above" if above else "a subject elsewhere")
        yield noun, tells


def clauses(draft: Draft) -> tuple[int, ...]:
    """The clause of the figure and those above it, by their heads; none without a parse."""
    return _clauses(draft.sentence, draft.token)


@lru_cache(maxsize=_AT_HAND)
def _clauses(sentence: Sentence, token: int) -> tuple[int, ...]:
    verb = sentence.roles.clause(token) if sentence.tree.parsed else None
    found: list[int] = []
    while verb is not None and len(found) < _CLAUSES:
        found.append(verb)
        verb = sentence.roles.governor(verb)
    return tuple(found)


@lru_cache(maxsize=_AT_HAND)
def _commas(sentence: Sentence) -> tuple[int, ...]:
    """How many commas each token has behind it."""
    return tuple(accumulate(int(word == ",") for word in sentence.tree.words))


@lru_cache(maxsize=_AT_HAND)
def _figures(sentence: Sentence) -> tuple[int, ...]:
    """How many quantities end at or before each token."""
    ends = (
        mention is not None and isinstance(mention.value, Quantity) and sentence.extent(token)[1] == token
        for token, mention in enumerate(sentence.at)
    )
    return tuple(accumulate(map(int, ends)))


def _statement(sentence: Sentence, token: int) -> int:
    """Where the statement that a token stands in begins."""
    words = sentence.tree.lowered
    return next((at + 1 for at in range(token - 1, -1, -1) if words[at] in _BREAKS), 0)


def _distance(noun: Noun, first: int, last: int) -> set[str]:
    """On which side of the figure's tokens a noun stands, and how far."""
    side = "before" if noun.token < first else "behind"
    gap = first - noun.token if noun.token < first else noun.token - last
    return {side, f"{side} by {sum(gap > step for step in _STEPS)}"}


def _company(token: int, names: Sequence[Noun]) -> Roles:
    """Which of the names come first and which next to the figure."""
    found: Roles = {noun.token: set() for noun in names}
    before = [noun.token for noun in names if noun.token < token]
    behind = [noun.token for noun in names if noun.token > token]
    if names:
        found[names[0].token].add("first name")
    if before:
        found[before[-1]].add("nearest name before")
    if behind:
        found[behind[0]].add("nearest name behind")
    if len({noun.text for noun in names}) == 1:
        for told in found.values():
            told.add("only name")
    return found


def _roles(sentence: Sentence, figure: int, metric: int, chain: Sequence[int], slots: Slots) -> Roles:
    """The roles of tokens towards the figure's clauses, its metric's noun and itself."""
    roles, found = sentence.roles, Roles()
    if not sentence.tree.parsed:
        return found

    def put(token: int | None, role: str) -> None:
        if token is not None:
            found.setdefault(token, set()).add(role)

    def put_phrases(anchor: int, of: str) -> None:
        for preposition, tokens in roles.phrases(anchor).items():
            for token in tokens:
                put(token, f"{known(preposition)} phrase of {of}")

    for depth, verb in enumerate(chain):
        level = _LEVELS[min(depth, 2)]
        put(roles.own_subject(verb), f"own subject of {level}")
        put(roles.subject(verb), f"subject of {level}")
        put(roles.doer(verb), f"doer in {level}")
        put(roles.object(verb), f"object in {level}")
        put(roles.thing(verb), f"thing done in {level}")
        if depth < 2:
            put_phrases(verb, level)
    if metric >= 0:
        put(metric, "the metric itself")
        put(roles.owner(metric), "owner of the metric")
        put_phrases(metric, "the metric")
        for token in range(roles.noun_phrase(metric)[0], metric):
            put(token, "in the metric's phrase")
    if figure != metric:
        put(roles.owner(figure), "owner of the figure")
        put_phrases(figure, "the figure")
    for slot, token in slots:
        put(token, f"slot {slot}")
    return found
