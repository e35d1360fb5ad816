"""English inflection, so that a rule author writes `rise` and the rule reads `rose` and `rising` too."""

from __future__ import annotations

from functools import cache

from pipeline.rules.tables import table

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Base form of an irregular verb -> its past forms (past tense, participle)."""
    return {base: tuple(forms) for base, forms in table("classes/irregular_verbs").items()}


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _doubles(verb: str) -> bool:
    """Whether the final consonant doubles, as after one short stressed vowel: `drop`, `dropped`.

    Spelling tells only for one syllable.
    """
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb) == 1


def _may_double(verb: str) -> bool:
    """Whether an `l` after an unstressed vowel doubles for British writers: `spiralled`, `fuelled`."""
    return (
        verb.endswith(("el", "al", "ol", "il"))
        and sum(letter in _VOWELS for letter in verb) > 1
        and (verb[-3] not in _VOWELS or verb.endswith(("uel", "ial")))
    )


def verb_forms(verb: str) -> set[str]:
    """All forms of a verb given in its base form: `cut` -> cut, cuts, cutting."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    if _doubles(verb):
        stem += verb[-1]
    past = _irregular().get(verb)
    if past is None:
        regular = (
            stem + "ed" if not (verb.endswith("y") and verb[-2:-1] not in _VOWELS) else verb[:-1] + "ied"
        )
        past = (verb + "d",) if verb.endswith("e") else (regular,)
    if _may_double(verb):
        past = (*past, verb + "led")
        return {verb, _third_person(verb), stem + "ing", verb + "ling", *past}
    return {verb, _third_person(verb), stem + "ing", *past}


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(form for base, forms in _irregular().items() for form in forms if form != base)


def is_past(word: str) -> bool:
    """Whether a form of a verb can be nothing else, whatever a tagger says: `rose`, `shrunk`, `climbed`."""
    return word.endswith("ed") or word in _past_forms()


def noun_forms(noun: str) -> set[str]:
    """Singular and plural of a noun given in the singular; a noun in `s` stays as it is."""
    if noun.endswith("ss") or not noun.endswith("s"):
        return {noun, _third_person(noun)}
    return {noun}


@cache
def _irregular_plurals() -> dict[str, str]:
    return {one: many for many, one in table("recognise/context")["plurals"].items()}


def plural_of(noun: str) -> str:
    """The plural of a noun given in the singular: `ship` -> `ships`, `goose` -> `geese`."""
    return _irregular_plurals().get(noun) or max(noun_forms(noun), key=len)


def phrase_forms(phrase: str, part: str) -> set[str]:
    """Forms of a phrase, in which the first word of a verb phrase or the last of a noun phrase inflects.

    `part` is `verbs`, `nouns` or `words` (which do not inflect): `go up` -> go up, goes up, went up, ...
    """
    words = phrase.lower().split()
    if not words:
        return set()  # a slip of the pen in a list leaves an empty entry
    if part == "verbs":
        return {" ".join([form, *words[1:]]) for form in verb_forms(words[0])}
    if part == "nouns":
        return {" ".join([*words[:-1], form]) for form in noun_forms(words[-1])}
    return {" ".join(words)}


@cache
def listed_verbs(file: str, key: str) -> frozenset[str]:
    """Every form of the verbs under a key of a pattern file: `listed_verbs("holders", "giving")`."""
    return frozenset(form for verb in table(file)[key] for form in phrase_forms(verb, "verbs"))
