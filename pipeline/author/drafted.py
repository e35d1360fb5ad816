"""A drafted rule as it stands in a file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.model import Claim

HEAD = (
    "# Drafted from sentences whose figures no rule claimed. Make each pattern as general as it is true,\n"
    "# add counter-examples under `not`, then: onrecord rules check, test, diff, score.\n"
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted rule as it stands in a file, and the claim that it makes of its sentence."""

    id: str
    entry: Mapping[str, Any]
    claim: Claim

    @property
    def text(self) -> str:
        """The rule in YAML."""
        lines = []
        for key, value in self.entry.items():
            if key == "examples":
                example = value[0]
                lines += ["examples:", f"  - text: {_quoted(example['text'])}"]
                lines += [
                    f"    {name}: {_flow(example[name])}"
                    for name in ("published", "claim")
                    if name in example
                ]
            else:
                lines.append(f"{key}: {value if key == 'priority' else _flow(value)}")
        return "\n".join(["- " + lines[0], *("  " + line for line in lines[1:])]) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(text)}" for name, text in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return value if re.fullmatch(r"[a-z][a-z._]*", value) else _quoted(value)
