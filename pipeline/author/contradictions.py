"""Examples that cannot all hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.rules.problems import Problem
from pipeline.rules.rule import Rule


def contradictions(rules: Sequence[Rule]) -> Iterator[Problem]:
    """Sentences that a rule must match and must not, and figures that two examples want read in two ways."""
    for rule in rules:
        yield from _within(rule)
    yield from _between(rules)


def _within(rule: Rule) -> Iterator[Problem]:
    wanted = {example.text for example in rule.examples}
    for number, text in enumerate(rule.counter_examples):
        if text in wanted:
            message = f"`{rule.id}` must match this and must not"
            remedy = "keep it as an example or as a counter-example"
            yield Problem(rule.file, (*rule.place, "not", number), message, remedy)
    for number, example in enumerate(rule.known_misses):
        if example.text in wanted:
            message = f"this is an example of `{rule.id}` and a known miss of it"
            yield Problem(rule.file, (*rule.place, "known_misses", number), message, "keep one of the two")


def _between(rules: Sequence[Rule]) -> Iterator[Problem]:
    """The same figure of the same sentence claimed in two examples with different fields, or by two rules."""
    seen: dict[tuple[str, str, str], tuple[Rule, Mapping[str, str]]] = {}
    for rule in rules:
        for number, example in enumerate(rule.examples if rule.makes else ()):
            for claim in example.claims:
                if "value" not in claim:
                    continue
                key = (example.text, claim["value"], claim.get("kind", rule.makes[0].kind))
                fault = _clash(rule, claim, *seen.setdefault(key, (rule, claim)))
                if fault is not None:
                    yield Problem(rule.file, (*rule.place, "examples", number), *fault)


def _clash(
    rule: Rule, claim: Mapping[str, str], other: Rule, before: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with two examples of one figure, and what to do; None where they agree."""
    for name, value in claim.items():
        if before.get(name, value) != value:
            where = f"an example of `{other.id}` with the same sentence and figure"
            return f"{name} is `{value}` here and `{before[name]}` in {where}", "correct one of the two"
    if other.id != rule.id:
        message = f"`{other.id}` and `{rule.id}` both want to make this claim, and a figure is claimed once"
        return message, "keep the example with the rule that wins"
    return None
