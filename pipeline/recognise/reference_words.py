"""The words by which an article comes back to a name: pronouns, roles, nouns for bodies and for countries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.rules.tables import table

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_NEXT = re.compile(r"(?: also| has| had)? ([a-z]+)")
RECENT = 60
"""How many names back a word may refer; keeps the work linear in the text."""


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """`roles` maps a role to wider words for its holder, `bodies` a noun to the words of a name that it may
    stand for, `kinds` a word for a country to the countries of that kind (none: any); `settled` are words for
    places by which an article may bring one in.
    """

    roles: dict[str, frozenset[str]]
    male: frozenset[str]
    female: frozenset[str]
    bodies: dict[str, frozenset[str]]
    companies: frozenset[str]
    any_firm: frozenset[str]
    apart: frozenset[str]
    designators: frozenset[str]
    no_firms: frozenset[str]
    outlets: frozenset[str]
    media: frozenset[str]
    portfolios: frozenset[str]
    kinds: dict[str, frozenset[str]]
    settled: frozenset[str]
    speech: frozenset[str]
    links: frozenset[str]
    qualified: frozenset[str]

    def gender(self, roles: set[str]) -> str | None:
        """The gender that role words tell, if any."""
        if roles & self.male:
            return "male"
        return "female" if roles & self.female else None


@cache
def reference_words() -> ReferenceWords:
    """Load the words once. Raises PatternError for a broken file."""
    people, organisations = table("names/people"), table("names/organisations")
    words = table("names/words")
    return ReferenceWords(
        roles={role: frozenset(wider) for role, wider in people["roles"].items()},
        male=frozenset(people["male"]),
        female=frozenset(people["female"]),
        bodies={noun: frozenset(heads) for noun, heads in organisations["nouns"].items()},
        companies=frozenset(organisations["companies"]),
        any_firm=frozenset(organisations["any_firm"]),
        apart=frozenset(organisations["apart"]),
        designators=frozenset(organisations["designators"]),
        no_firms=frozenset((*organisations["no_firms"], *organisations["occasions"])),
        outlets=frozenset(organisations["outlets"]),
        media=frozenset(organisations["nouns"]["broadcaster"]),
        portfolios=frozenset(word.lower() for word in organisations["portfolios"]),
        kinds={kind: frozenset(names) for kind, names in table("names/places")["kinds"].items()},
        settled=frozenset(table("phrases")["peopled"]),
        speech=frozenset(words["speech"]),
        links=frozenset(words["links"]),
        qualified=frozenset(words["qualified"]),
    )


def speech_behind(text: str, end: int) -> bool:
    """Whether a verb of saying follows an offset, with a helper or `also` before it or without."""
    found = _NEXT.match(text, end)
    return found is not None and found[1] in reference_words().speech


@cache
def trigger_words() -> frozenset[str]:
    """Lower-case words that may stand for a name."""
    words = reference_words()
    heads = {phrase.split()[-1] for phrase in (*words.roles, *words.bodies)}
    return (
        frozenset(PRONOUNS)
        | heads
        | words.companies
        | frozenset(words.kinds)
        | words.settled
        | {"former", "latter"}
    )
