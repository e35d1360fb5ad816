"""The project file `onrecord.toml` of the working folder: which folders of rules are laid over the shipped
ones.

    patterns = ["my-rules", "../shared-rules"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import PatternError

NAME = "onrecord.toml"
_SHAPE = 'write `patterns = ["my-rules"]`'


def overlays(given: Sequence[Path] | None = None) -> list[Path]:
    """The folders that the project file names, then those given: a later one wins. Raises PatternError."""
    return [*_of_project(Path(NAME)), *(given or ())]


def _of_project(path: Path) -> list[Path]:
    if not path.is_file():
        return []
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PatternError(str(path), 1, 1, "is not UTF-8 text", "save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise PatternError(str(path), *_place(str(error)), f"is not valid TOML: {error}", _SHAPE) from error
    unknown = next((key for key in settings if key != "patterns"), None)
    if unknown is not None:
        raise PatternError(str(path), *_line_of(path, unknown), f"`{unknown}` is no setting", _SHAPE)
    folders = settings.get("patterns", [])
    at = _line_of(path, "patterns")
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        raise PatternError(str(path), *at, "`patterns` is a list of folders", _SHAPE)
    found = [Path(folder) for folder in folders]
    for folder in found:
        if not folder.is_dir():
            raise PatternError(
                str(path), *at, f"there is no folder {folder}", "paths start at the working folder"
            )
    return found


def _place(message: str) -> tuple[int, int]:
    """Line and column from the end of a TOML error: `... (at line 2, column 7)`."""
    found = re.search(r"line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (1, 1)


def _line_of(path: Path, key: str) -> tuple[int, int]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next(
        (number for number, line in enumerate(lines, 1) if line.lstrip("[\"' ").startswith(key)), 1
    ), 1
