"""One YAML file of an author's: its data, and what YAML itself would pass over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from pipeline.rules.problems import Problem

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_QUOTE = 'put the text in quotes: pattern: "..."'
_PLAIN_TAGS = ("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


def read_source(path: Path) -> tuple[Any, list[Problem]]:
    """The data of a file, every scalar a string, and its faults; data None where it is no YAML."""
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [Problem(file, (), "is not UTF-8 text", "save the file as UTF-8", at=(line, 1))]
    except OSError as error:
        return None, [Problem(file, (), f"cannot be read: {error.strerror}", "check its name and its rights")]
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return None, []
        problems = list(_silences(file, node, set()))
        return loader.construct_document(node), problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return None, [Problem(file, (), f"is not valid YAML: {error.problem}", _remedy(text, at[0]), at=at)]
    except yaml.YAMLError as error:
        return None, [Problem(file, (), f"is not valid YAML: {' '.join(str(error).split())}", at=(1, 1))]
    except RecursionError:
        return None, [Problem(file, (), "its brackets stand too deep in each other", "close them", at=(1, 1))]


def _silences(file: str, node: yaml.Node, seen: set[int]) -> Iterator[Problem]:
    """Keys given twice, and tags: `!word` at the start of a text that is not in quotes."""
    if id(node) in seen:
        return
    seen.add(id(node))
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    if node.tag not in _PLAIN_TAGS:
        yield Problem(file, (), f"YAML takes `{node.tag}` for a tag and drops it", _QUOTE, at=at)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _silences(file, item, seen)
    elif isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key, value in node.value:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            if not isinstance(key, yaml.ScalarNode):
                yield Problem(file, (), "a list or mapping stands where a name is wanted", _QUOTE, at=place)
            elif key.value in keys:
                yield Problem(file, (), f"`{key.value}` stands here twice; the first is lost",
                              "remove one, or start the next rule with `- id:`", at=place)  # fmt: skip
            else:
                keys.add(key.value)
            yield from _silences(file, value, seen)


def _remedy(text: str, line: int) -> str:
    """What most often is wrong with a line that YAML cannot read, or with the one before it."""
    lines = text.splitlines()
    near = lines[max(0, line - 2) : line]
    if any("\t" in each[: len(each) - len(each.lstrip())] for each in near):
        return "indent with spaces, not with tabs"
    if any(key in each for each in near for key in ("pattern:", '- "', "text:", "says:")):
        return 'put the text in quotes, and escape quotes inside it: "..."'
    return "look for a missing quote, colon or bracket, or a wrong indent, here or on the line before"
