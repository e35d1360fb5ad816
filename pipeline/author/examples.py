"""Run the examples, counter-examples and known misses that stand beside each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.author.places import near
from pipeline.author.reading import Reading
from pipeline.model import Claim
from pipeline.rules.problems import Problem
from pipeline.rules.rule import FIELDS, Example, Rule


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example: `ok`, and in plain words what was wanted and what came."""

    rule: str
    file: str
    line: int
    kind: str
    text: str
    ok: bool
    message: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The outcome as plain data."""
        return asdict(self)


def run_examples(
    folders: Sequence[Path] = (), ids: Sequence[str] = (), files: Sequence[str] = ()
) -> tuple[list[Outcome], list[Rule]]:
    """The outcome of every test of the chosen rules, by file and rule, and these rules.

    `ids` are beginnings of rule ids, `files` endings of paths; none of them chooses all. Raises PatternError
    for broken rules.
    """
    reading = Reading(folders)
    chosen = [
        rule
        for rule in reading.library.rules
        if (not ids or rule.id.startswith(tuple(ids))) and (not files or rule.file.endswith(tuple(files)))
    ]
    chosen.sort(key=lambda rule: (rule.file, rule.place))
    return [outcome for rule in chosen for outcome in outcomes(rule, reading)], chosen


def outcomes(rule: Rule, reading: Reading) -> Iterator[Outcome]:
    """The outcome of every test of a rule; those of a rule of several patterns go with the first."""
    if rule.pattern_place[-1] not in ("pattern", 0):
        return
    for number, example in enumerate(rule.examples):
        message = _missing(rule, example, reading)
        yield _outcome(rule, ("examples", number), "example", example.text, message)
    for number, text in enumerate(rule.counter_examples):
        made = [claim for claim in reading.claims(text) if rule.blocks or claim.rule == rule.id]
        message = f"nothing is wanted here, {shown(made[0])} came" if made else ""
        yield _outcome(rule, ("not", number), "counter-example", text, message)
    for number, example in enumerate(rule.known_misses):
        message = "" if _missing(rule, example, reading) else "this works now: move it to the examples"
        yield _outcome(rule, ("known_misses", number), "known miss", example.text, message)


def _outcome(rule: Rule, place: tuple[str | int, ...], kind: str, text: str, message: str) -> Outcome:
    line, _ = Problem(rule.file, (*rule.place, *place), "").position() if message else (0, 0)
    return Outcome(rule.id, near(rule.file), line, kind, text, not message, message)


def _missing(rule: Rule, example: Example, reading: Reading) -> str:
    """What an example wants that did not come, "" where all of it came."""
    claims = reading.claims(example.text, example.published)
    own = [claim for claim in claims if claim.rule == rule.id] if rule.makes else list(claims)
    if not own and rule.makes:
        others = "; ".join(f"{claim.rule} made {shown(claim)}" for claim in claims) or "no rule made a claim"
        return f"the rule made nothing; {others}"
    for wanted in example.claims:
        if not any(agrees(wanted, claim) for claim in own):
            listed = " ".join(f"{name}={value}" for name, value in wanted.items())
            return f"wanted {listed}; came {'; '.join(map(shown, own)) or 'nothing'}"
    return ""


def agrees(wanted: Mapping[str, str], claim: Claim) -> bool:
    """Whether a claim has every field that is wanted; `null` wants an empty one."""
    return all(_same(value, getattr(claim, name)) for name, value in wanted.items())


def _same(wanted: str, came: object) -> bool:
    if came is None:
        return wanted in ("", "null", "none")
    if isinstance(came, bool):
        return wanted == str(came).lower()
    if isinstance(came, Decimal):
        try:
            return Decimal(wanted) == came
        except InvalidOperation:
            return False
    return wanted == str(came)


def shown(claim: Claim) -> str:
    """A claim on one line: its kind and the fields that say something."""
    filled = fields_of(claim)
    return " ".join([claim.kind, *(f"{name}={value}" for name, value in filled.items())])


def fields_of(claim: Claim) -> dict[str, str]:
    """The fields in which a claim says something, as a rule file writes them."""
    plain = _silent()
    values = {name: getattr(claim, name) for name in FIELDS}
    return {
        name: str(value).lower()
        if isinstance(value, bool)
        else format(value, "f")
        if isinstance(value, Decimal)
        else str(value)
        for name, value in values.items()
        if value != plain[name]
    }


@cache
def _silent() -> dict[str, object]:
    silent = Claim(kind="level", mentions=(), sentence=(0, 0), rule="")
    return {name: getattr(silent, name) for name in FIELDS}
