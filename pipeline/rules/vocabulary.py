"""The metric vocabulary: from a noun phrase, a unit or a verb to a metric's id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.model import Quantity
from pipeline.rules.alphabet import tokens
from pipeline.rules.inflect import noun_forms, verb_forms
from pipeline.rules.tables import table

_LONGEST = 6
_NO_COUNT = 10**9
"""From here on a bare number is rather a sum whose currency was named before."""


@cache
def metric_phrases() -> dict[tuple[str, ...], str]:
    """Every phrase of the vocabulary, in singular and plural, as lower-case words -> the metric's id."""
    found: dict[tuple[str, ...], str] = {}
    for metric, phrases in table("metrics")["nouns"].items():
        for phrase in phrases:
            words = tokens(phrase)
            for form in noun_forms(words[-1]):
                found.setdefault((*words[:-1], form), metric)
    return found


@cache
def metric_ids() -> frozenset[str]:
    """The ids of the metric vocabulary."""
    return frozenset(table("metrics")["nouns"])


@cache
def _verbs(key: str) -> dict[str, str]:
    return {
        " ".join([form, *verb.split()[1:]]): metric
        for metric, verbs in table("metrics")[key].items()
        for verb in verbs
        for form in verb_forms(verb.split()[0])
    }


@cache
def _units() -> dict[str, str]:
    return {unit: metric for metric, units in table("metrics")["units"].items() for unit in units}


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(form for word in table("metrics")[name] for form in noun_forms(word))


def metric_of_words(words: Sequence[str]) -> str | None:
    """The id of the longest vocabulary phrase that the lower-case words end in, or None."""
    alone = table("metrics")["alone"].get(words[0]) if len(words) == 1 else None
    if alone is not None:
        return str(alone)
    known = metric_phrases()
    while len(words) > 1 and is_light(words[-1]) and not _ends_known(words, known):
        words = words[:-1]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        metric = known.get(tuple(words[-length:]))
        if metric:
            return metric
    return None


def metric_of_phrase(words: Sequence[str]) -> str | None:
    """The id of a vocabulary phrase that is just these words, or None."""
    return metric_phrases().get(tuple(words))


def _ends_known(words: Sequence[str], known: Mapping[tuple[str, ...], str]) -> bool:
    return any(tuple(words[-length:]) in known for length in range(2, _LONGEST + 1))


def metric_of_verb(words: Sequence[str]) -> str | None:
    """The metric that a verb (with its particle, if any) gives its object's figure, or None."""
    if not words or words[0] not in _first_words():
        return None
    known = _verbs("verbs")
    return known.get(" ".join(words[:3])) or known.get(" ".join(words[:2])) or known.get(words[0])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in _verbs("verbs"))


@cache
def _also() -> dict[str, list[str]]:
    """What else a verb's figure may measure, by each form of the verb."""
    found: dict[str, list[str]] = {}
    for metric, verbs in table("metrics")["verbs_also"].items():
        for verb in verbs:
            for form in verb_forms(verb):
                found.setdefault(form, []).append(metric)
    return found


def also_of_verb(word: str) -> Sequence[str]:
    """The metrics that a verb may give a figure besides its foremost: what is earned may be a wage."""
    return _also().get(word, ())


def metric_of_rating(words: str) -> str | None:
    """The metric that a verb with its preposition tells in percent (`lends at`: interest_rate), or None."""
    return _verbs("rated").get(words)


def metric_of_country(words: Sequence[str]) -> str | None:
    """The metric that a verb gives its object's figure where a country does it: countries sell exports."""
    return _verbs_of_countries().get(words[0])


@cache
def _verbs_of_countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for metric, verbs in table("metrics")["verbs_of_countries"].items():
        for form in (form for verb in verbs for form in verb_forms(verb)):
            found.setdefault(form, metric)
    return found


def metric_of_tail(words: Sequence[str]) -> str | None:
    """The id that words after a noun give it (`people out of work`: unemployment), or None."""
    text = " ".join(words).lower()
    if not text.startswith(_tails()):
        return None
    tails = table("metrics")["tails"].items()
    return next((metric for metric, known in tails if text.startswith(tuple(known))), None)


@cache
def _tails() -> tuple[str, ...]:
    return tuple(tail for tails in table("metrics")["tails"].values() for tail in tails)


def currency_of(word: str) -> str | None:
    """The currency that a word in lower case names, by its ISO 4217 code, None where several share it."""
    return _currencies().get(word)


@cache
def _currencies() -> dict[str, str]:
    money = table("recognise/currencies")
    named = {**table("recognise/currency_names")["words"], **money["names"]}
    return {word: code for word, code in named.items() if word not in money["shared"]}


def metric_of_unit(unit: str | None) -> str | None:
    """The metric that a unit of measure speaks for, or None."""
    return _units().get(unit or "")


def metric_of_name(words: Sequence[str]) -> str | None:
    """The metric that a name or a noun stands for by itself (`Nasdaq`: index, `greenback`: exchange rate)."""
    if _first_of_names().isdisjoint(words):
        return None
    spaced = f" {' '.join(words)} "
    return next(
        (m for m, names in table("metrics")["names"].items() for name in names if f" {name} " in spaced), None
    )


@cache
def _first_of_names() -> frozenset[str]:
    return frozenset(name.split()[0] for names in table("metrics")["names"].values() for name in names)


def fits(metric: str, quantity: Quantity | None, kind: str) -> bool:
    """Whether a metric can be told in a figure's unit: no debt in tonnes, no jobs in dollars.

    Movement in percent or by a factor is of anything.
    """
    if quantity is None or quantity.unit == "factor" or (kind != "level" and quantity.type == "percent"):
        return True
    units = table("metrics")["measured_in"].get(metric)
    if units is None or ("money" in units and _may_be_money(quantity)):
        return True
    if quantity.type == "percent":
        return "percent" in units
    if quantity.type == "money":
        return False
    if quantity.unit in table("metrics")["of_time"]:
        return False
    spanned = metric_of_unit(quantity.unit)
    if spanned in table("metrics")["spatial"]:
        return metric == spanned
    return quantity.unit in units or ("measure" if quantity.unit else "count") in units


def _may_be_money(quantity: Quantity) -> bool:
    bare = quantity.unit is None and quantity.noun is None
    return quantity.type == "money" or (bare and quantity.value >= _NO_COUNT)


def is_actor(word: str) -> bool:
    """Whether a noun names who acts, never what is measured: `government`, `regulator`."""
    return word in _set("actors")


def is_goods(words: Sequence[str]) -> bool:
    """Whether a phrase names goods, which have a price, are exported, harvested: `sweet crude`."""
    return any(word in _set("goods") for word in words)


@cache
def _leaning() -> dict[str, list[str]]:
    return {form: ids for noun, ids in table("metrics")["leaning"].items() for form in noun_forms(noun)}


def meaning_of(noun: str, told: Sequence[str | None]) -> str | None:
    """The id of a noun that is one metric or another by the metrics `told`, the last of which comes first."""
    signs = table("metrics")["signs"]
    ids = _leaning().get(noun, [])
    return next((metric for near in told for metric in ids if near in signs[metric]), None)


def is_counter(noun: str) -> bool:
    """Whether a noun counts things without a word on what they are: `12,450 units`."""
    return noun.lower() in _set("counters")


def is_light(word: str) -> bool:
    """Whether a noun only says how something else is measured: `volume`, `number`, `value`."""
    return word in _set("light")


def says_too_little(word: str) -> bool:
    """Whether a noun alone takes up a figure told before: `the figure`, `the total`, but not `volumes`."""
    return word in _set("anaphoric")


def adds_nothing(phrase: str | None) -> bool:
    """Whether a phrase only takes up what was told: one noun, or one with `previous`, `latest`, `annual`."""
    *before, _ = (phrase or "").split() or [""]
    return all(word in table("metrics")["taking_up"] for word in before)


def is_relational(metric: str | None) -> bool:
    """Whether a metric stands between two parties."""
    return metric in table("metrics")["relational"]


def is_by_country(metric: str | None, phrase: str | None) -> bool:
    """Whether a phrase has its metric only where a country owns it: a firm's deliveries are no exports."""
    return (
        phrase is not None
        and any(word in table("metrics")["by_country"] for word in phrase.split())
        and bool(metric)
    )


def is_corporate(metric: str | None) -> bool:
    """Whether a metric without owner is a company's: `net profit`."""
    return metric in table("metrics")["corporate"]


def is_national(metric: str | None) -> bool:
    """Whether a metric without owner is a country's: `inflation`, `gdp`."""
    return metric in table("metrics")["national"]


def is_owned(metric: str | None) -> bool:
    """Whether `of X` names whose a metric is (`revenue of hotels`), not the goods (`exports of wheat`)."""
    return metric in table("metrics")["owned"]


def origin_is_subject(metric: str | None) -> bool:
    """Whether `from X` names the subject of a metric."""
    return metric in table("metrics")["from_subject"]
