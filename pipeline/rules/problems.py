"""Faults in rule and class files: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

Place = tuple[str | int, ...]
_MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a file: `place` is the path of keys and indexes that leads to it.

    `key` is True where the last key of the place is itself at fault; `offset` counts characters into the text
    at the place; `at` is line and column (from 1) where no path leads to the fault.
    """

    file: str
    place: Place
    message: str
    remedy: str = ""
    offset: int = 0
    key: bool = False
    at: tuple[int, int] | None = None

    def position(self) -> tuple[int, int]:
        """Line and column, from 1; found by reading the file again with its marks."""
        if self.at is not None:
            return self.at
        try:
            node = yaml.compose(Path(self.file).read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            return (1, 1)
        for number, step in enumerate(self.place, 1):
            found = _child(node, step, key=self.key and number == len(self.place))
            if found is None:
                break
            node = found
        if node is None:
            return (1, 1)
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if self.offset and isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
            column += self.offset + (node.style in ("'", '"'))
        return line, column


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to a misspelt one, else all that are known."""
    choices = sorted(known)
    close = get_close_matches(word, choices, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return "known are: " + ", ".join(choices[:_MOST_NAMED]) if choices else ""


class Faults:
    """Collects the problems of one file, and reads values of the shape that is wanted, or finds fault."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fault(self, place: Place, message: str, remedy: str = "", offset: int = 0, key: bool = False) -> None:
        """Note one fault."""
        self.problems.append(Problem(self.file, place, message, remedy, offset, key))

    def keys(self, entry: Mapping[str, Any], known: Sequence[str], of: str, place: Place) -> None:
        """Find fault with keys that are not known."""
        for key in entry:
            if key not in known:
                self.fault((*place, key), f"`{key}` is not {of}", suggest(key, known), key=True)

    def text(self, entry: Mapping[str, Any], key: str, place: Place) -> str | None:
        """The text under a key, None where there is none."""
        value = entry.get(key)
        if value is None or isinstance(value, str):
            return value
        self.fault((*place, key), f"`{key}` is one word or sentence", f"write `{key}: ...` on one line")
        return None

    def texts(self, entry: Mapping[str, Any], key: str, place: Place) -> tuple[str, ...]:
        """The texts listed under a key; a text alone is a list of one."""
        value = entry.get(key, [])
        if isinstance(value, str) and value:
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        wrong = (
            next((n for n, item in enumerate(value) if not isinstance(item, str)), None) if value else None
        )
        where = (*place, key) if wrong is None or not isinstance(value, list) else (*place, key, wrong)
        self.fault(
            where,
            f"`{key}` is a list of texts",
            f"write `{key}: [...]`, each text in quotes if it holds a `:`",
        )
        return ()

    def mapping(self, entry: Mapping[str, Any], key: str, place: Place, shape: str) -> dict[str, str]:
        """Names and texts under a key; `shape` shows the author how to write them."""
        value = entry.get(key, {})
        if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
            return value
        self.fault((*place, key), f"`{key}` pairs names with words", f"write `{key}: {shape}`")
        return {}

    def one_of(self, entry: Mapping[str, Any], key: str, known: Sequence[str], place: Place) -> str | None:
        """The word under a key, one of those known."""
        value = self.text(entry, key, place)
        if value is None or value in known:
            return value
        self.fault((*place, key), f"`{value}` is no {key}", suggest(value, known))
        return None


def _child(node: yaml.Node | None, step: str | int, key: bool) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == step:
                return name if key else value  # type: ignore[no-any-return]
    return None
