"""Run the examples and counter-examples that stand beside each rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from pipeline.extract.extractor import Extractor
from pipeline.model import Claim, Document
from pipeline.recognise.recogniser import Recogniser
from pipeline.rules.rule import Example, Rule

PUBLISHED = date(2026, 6, 15)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example: `ok`, and in plain words what was wanted and what came."""

    rule: str
    file: str
    text: str
    kind: str
    ok: bool
    message: str = ""


class ExampleRunner:
    """Reads single sentences with a rule set; loads the parser once."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.recogniser = Recogniser()

    def claims(self, text: str, published: str | None = None) -> tuple[Claim, ...]:
        """The claims of one text, published on the given ISO date (mid-2026 where none is given)."""
        day = date.fromisoformat(published) if published else PUBLISHED
        return self.extractor(self.recogniser(Document("example", text, published=day))).claims

    def run(self, rules: Sequence[Rule]) -> Iterator[Outcome]:
        """The outcome of every example, counter-example and known miss of the rules."""
        for rule in rules:
            for example in rule.examples:
                yield self._example(rule, example)
            for text in rule.counter_examples:
                made = [claim for claim in self.claims(text) if claim.rule == rule.id]
                message = f"{rule.id} must make nothing here, it made {_shown(made[0])}" if made else ""
                yield Outcome(rule.id, rule.file, text, "counter-example", not made, message)
            for example in rule.known_misses:
                outcome = self._example(rule, example)
                message = "this known miss works now: make it an example" if outcome.ok else ""
                yield Outcome(rule.id, rule.file, example.text, "known miss", not outcome.ok, message)

    def _example(self, rule: Rule, example: Example) -> Outcome:
        claims = self.claims(example.text, example.published)
        own = [claim for claim in claims if claim.rule == rule.id]
        message = ""
        if not own and not rule.adds and not rule.blocks:
            others = "; ".join(f"{claim.rule} made {_shown(claim)}" for claim in claims) or "no rule made a claim"
            message = f"{rule.id} made nothing; {others}"
        for wanted in example.claims:
            if not any(_agrees(wanted, claim) for claim in (claims if rule.adds else own)):
                came = "; ".join(_shown(claim) for claim in own or claims)
                message = message or f"wanted {dict(wanted)}, came {came}"
        return Outcome(rule.id, rule.file, example.text, "example", not message, message)


def _agrees(wanted: Mapping[str, str], claim: Claim) -> bool:
    return all(_same(value, getattr(claim, name)) for name, value in wanted.items() if name != "mention")


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


def _shown(claim: Claim) -> str:
    filled = {
        name: str(value)
        for name in ("action", "metric", "subject", "counterpart", "place", "object", "value", "value_max", "unit",
                     "direction", "period", "base")
        if (value := getattr(claim, name)) is not None
    }  # fmt: skip
    return f"{claim.kind} " + " ".join(f"{name}={value}" for name, value in filled.items())
