"""The block of `key: value` lines at the top of a text: between `---` (YAML front matter), or over a blank line."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from dashlib.articles import columns

__all__ = ["split"]

_BLOCK = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BARE = re.compile(r"\A\s*((?:[A-Za-z][\w -]{0,30}:[ \t]+\S[^\n]*\n){2,})[ \t]*\n")
_PAIR = re.compile(r"^([A-Za-z][\w .-]{0,40}):[ \t]*(.*)$", re.MULTILINE)


def split(text: str) -> tuple[Mapping[str, Any] | None, str]:
    """Give the front matter and the text below it; None and the whole text where there is none.

    Values stay texts ("2025-02-30" is judged later, with a sentence). Where a headline with a colon breaks YAML, each
    line is taken as a key and the rest of the line. A bare block counts only where every key is a usual one.
    """
    found = _BLOCK.match(text)
    if found and _PAIR.search(found[1]):
        return _pairs(found[1]), text[found.end() :].strip("\n")
    bare = _BARE.match(text)
    if bare and all(columns.known(key) for key, _ in _PAIR.findall(bare[1])):
        return _pairs(bare[1]), text[bare.end() :].strip("\n")
    return None, text


def _pairs(block: str) -> Mapping[str, Any]:
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes texts, lists and maps only
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        return loaded
    return {key: value.strip().strip("\"'") for key, value in _PAIR.findall(block)}
