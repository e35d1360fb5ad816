"""What may stand in the fields of a claim, as rules, word classes and examples write it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from pipeline.rules.problems import Faults, Place, suggest
from pipeline.rules.rule import FIELDS, KINDS

VALUES: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "action": ("sign", "launch", "build", "implement", "meet", "join"),
    "comparator": ("=", "~", ">", "<", ">=", "<="),
    "direction": ("increase", "decrease"),
    "modality": ("reported", "expected", "planned", "possible"),
    "negated": ("true", "false"),
}
NUMBERS = ("value", "value_max")


def check_fields(
    faults: Faults, given: Mapping[str, str], place: Place, more: tuple[str, ...] = (), empty: bool = False
) -> None:
    """Find fault with fields that no claim has and with values that no field can have.

    `more` names keys that may stand beside the fields; with `empty`, a value may be `null`.
    """
    for name, value in given.items():
        where = (*place, name)
        if name not in FIELDS and name not in more:
            faults.fault(
                where, f"`{name}` is not a field of a claim", suggest(name, (*FIELDS, *more)), key=True
            )
        elif empty and value in ("", "null", "none"):
            continue
        elif name in VALUES and value not in VALUES[name]:
            faults.fault(where, f"`{value}` is no {name}", suggest(value, VALUES[name]))
        elif name in NUMBERS and not _is_number(value):
            faults.fault(where, f"`{value}` is not a plain number", 'write it out in full: "4870000000"')


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
