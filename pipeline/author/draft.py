"""From a sentence that no rule reads to a rule that reads it, with the sentence as its example, ready to
edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from pipeline.author.candidates import elements_at, figure_patterns, word_patterns
from pipeline.author.drafted import Drafted
from pipeline.author.examples import fields_of
from pipeline.author.explain import explain
from pipeline.author.reading import Reading
from pipeline.author.wanted import Wanted, first_answer, known_answers
from pipeline.extract.sentence import Sentence
from pipeline.model import Mention, Quantity, Span
from pipeline.rules.reader import RuleReader
from pipeline.rules.rule import DEFAULT_PRIORITY, FIELDS, KINDS

_AMOUNTS = ("level", "change")
_MOVES = ("change", "trend")
_TOLD = ("kind", "action", "metric", "subject", "value", "value_max", "unit", "direction", "period")


class Drafter:
    """Drafts rules over a rule set; each one drafted is in force for those after it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.why = ""  # the last draft failed, as far as its first pattern tells

    def draft(self, wanted: Wanted) -> Drafted | None:
        """A rule that makes the wanted claim, tested on its sentence; None where no pattern was found that
        does.
        """
        recognition = self._reading.recognition(wanted.text, wanted.published)
        span = wanted.span or self._unclaimed(wanted)
        self.why = "it holds no figure"
        if span is None:
            return None
        sentence = next(
            (
                each
                for each in self._reading.extractor.sentences(recognition, every=True)
                if elements_at(each, span)
            ),
            None,
        )
        if sentence is None:
            return None
        best: tuple[int, Drafted, Reading] | None = None
        for entry in self._entries(wanted, sentence, span):
            found = self._tried(wanted, entry, span)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
                if wanted.claim is None or found[0] >= len(known_answers(wanted.claim)):
                    break
        if best is None:
            first = next(self._entries(wanted, sentence, span), None)
            self.why = (
                self._told(wanted, first) if first else "it holds nothing that a pattern could be made of"
            )
            return None
        self._reading = best[2]
        return best[1]

    def reads(self, wanted: Wanted) -> bool:
        """Whether a claim of the wanted kind covers the wanted place."""
        kind = first_answer((wanted.claim or {}).get("kind"))
        start, end = wanted.span or (0, 0)
        claims = self._reading.claims(wanted.text, wanted.published)
        return any(
            claim.kind == kind and a < end and start < b for claim in claims for a, b in claim.mentions
        )

    def _unclaimed(self, wanted: Wanted) -> Span | None:
        """The first figure that no claim tells, else the one whose rule has the lowest priority."""
        recognition = self._reading.recognition(wanted.text, wanted.published)
        told = {span: claim.rule for claim in self._reading.claims(wanted.text, wanted.published)
                for span in claim.mentions}  # fmt: skip
        priorities = {rule.id: rule.priority for rule in self._reading.library.rules}
        figures = [mention for mention in recognition.mentions if _is_figure(mention)]
        best = min(
            figures, key=lambda each: (priorities.get(told.get(each.span, ""), -1), each.start), default=None
        )
        return best.span if best else None

    def _entries(self, wanted: Wanted, sentence: Sentence, span: Span) -> Iterator[dict[str, Any]]:
        """Rules to try, the more general first."""
        claim = wanted.claim or {}
        at = elements_at(sentence, span)
        mention = next((m for n in at if (m := sentence.line.elements[n].mention) and _is_figure(m)), None)
        moved = isinstance(getattr(mention, "value", None), Quantity) and mention.value.change  # type: ignore[union-attr]
        kind = first_answer(claim.get("kind")) or ("change" if moved else "level")
        fixed = {name: value for name in ("action", "direction")
                 if (value := first_answer(claim.get(name))) is not None}  # fmt: skip
        if kind in _MOVES and "direction" not in fixed:
            told = {"up": "increase", "down": "decrease"}.get(str(moved)) or self._direction(sentence, span)
            fixed["direction"] = told or "increase"
        if kind in _AMOUNTS and mention is not None:
            number = next(n for n in at if sentence.line.elements[n].mention is mention)
            patterns = figure_patterns(sentence, number, kind, self._reading.library.classes)
        elif kind in KINDS:
            tokens = sentence.line.elements
            patterns = word_patterns(sentence, tokens[at[0]].first, tokens[at[-1]].last, kind)
        else:
            return
        for pattern in dict.fromkeys(patterns):
            for priority in (DEFAULT_PRIORITY + 10, 79, 95):
                entry: dict[str, Any] = {
                    "id": self._name(kind, pattern),
                    "says": f"read from: {wanted.text[:70]}",
                    "kind": kind,
                    "priority": str(priority),
                    "pattern": pattern,
                }
                if kind == "rank" and "{rank:" in pattern:
                    entry["mention"] = ["rank", "metric"]
                if fixed:
                    entry["set"] = fixed
                example = {"text": wanted.text}
                if wanted.published:
                    example["published"] = wanted.published
                yield entry | {"examples": [example]}

    def _told(self, wanted: Wanted, entry: dict[str, Any]) -> str:
        """What becomes of a rule that does not make the wanted claim."""
        reader = RuleReader("draft")
        reader.read([entry])
        record = explain(self._reading.with_rules(reader.rules), wanted.text, wanted.published)
        fired = [each for sentence in record["sentences"] for each in sentence["fired"]]
        told = [f"lost to {each['lost_to']}" if each["lost_to"] else str(each["outcome"]) for each in fired
                if each["rule"] == entry["id"]]  # fmt: skip
        return f"`{entry['pattern']}`: {told[0] if told else 'does not match'}"

    def _direction(self, sentence: Sentence, span: Span) -> str | None:
        """Which way the last word of movement up to the end of the span goes, by the word classes."""
        known = {form: gives["direction"] for forms in self._reading.library.classes.forms.values()
                 for form, gives in forms.items() if "direction" in gives}  # fmt: skip
        words = sentence.text[: span[1] - sentence.span[0]].lower().split()
        pairs = zip(words, [*words[1:], ""], strict=True)
        told = [known[form] for word, after in pairs for form in (f"{word} {after}", word) if form in known]
        return told[-1] if told else None

    def _name(self, kind: str, pattern: str) -> str:
        words = [word for word in pattern.replace("<", " ").replace(">", " ").split() if word.isalpha()]
        heavy = [word for word in words if word not in ("to", "a", "about")] or ["figure"]
        stem = f"draft.{kind}_{heavy[0]}"
        taken = {rule.id for rule in self._reading.library.rules}
        names = (stem if number == 1 else f"{stem}_{number}" for number in count(1))
        return next(name for name in names if name not in taken)

    def _tried(
        self, wanted: Wanted, entry: dict[str, Any], span: Span
    ) -> tuple[int, Drafted, Reading] | None:
        """How many of the wanted fields the rule gets right, and the rule with them in its example; None
        where it makes no claim of the figure.
        """
        reader = RuleReader("draft")
        reader.read([entry])
        if reader.problems:
            return None
        reading = self._reading.with_rules(reader.rules)
        made = [each for each in reading.claims(wanted.text, wanted.published) if each.rule == entry["id"]]
        claim = next(
            (each for each in made if any(a < span[1] and span[0] < b for a, b in each.mentions)), None
        )
        if claim is None:
            return None
        told = {"kind": claim.kind} | fields_of(claim)
        if wanted.claim is None or set(wanted.claim) == {"kind"}:
            right = {name: told[name] for name in _TOLD if name in told}
        else:
            known = known_answers(wanted.claim)
            right = {
                name: told[name]
                for name in ("kind", *FIELDS)
                if name in known and told.get(name) in known[name]
            }
        if "kind" not in right:
            return None
        example = {**entry["examples"][0], "claim": right}
        drafted = Drafted(entry["id"], entry | {"examples": [example]}, claim)
        return len(right), drafted, reading


def draft_all(reading: Reading, wanted: Iterable[Wanted]) -> tuple[list[Drafted], list[tuple[Wanted, str]]]:
    """A rule for each sentence in turn; those for which none was found, with the reason. A sentence that a
    rule drafted before reads already needs none and is in neither list.
    """
    drafter = Drafter(reading)
    drafted, failed = [], []
    for each in wanted:
        if each.claim is not None and "metric" in each.claim and drafter.reads(each):
            continue
        made = drafter.draft(each)
        if made is None:
            failed.append((each, drafter.why))
        else:
            drafted.append(made)
    return drafted, failed


def _is_figure(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.same_as is None
