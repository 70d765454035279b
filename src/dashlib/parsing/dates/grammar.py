"""Compiles the grammar of dates_rules.toml and finds its longest matches over the codes of words."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError
from dashlib.parsing.dates.lexicon import lexicon
from dashlib.parsing.dates.words import Word, Words

__all__ = ["Found", "Rule", "matches"]

_PIECE = re.compile(
    r"(?:(?P<group>[a-z_]\w*):(?=\())?(?P<mark>[()|?*+])|(?:(?P<slot>[a-z_]\w*):)?(?P<name>[A-Z][A-Z0-9]*|[a-z'’]+)"
)
_DEPTH = 8


class Rule(NamedTuple):
    """A rule: its name, the builder of its reading, the guard of its surroundings, a fixed value, and its pattern."""

    name: str
    build: str
    guard: str
    value: str
    pattern: re.Pattern[str]


class Found(NamedTuple):
    """A match of a rule: words [first, last) and what each slot holds."""

    rule: Rule
    words: list[Word]
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]

    def has(self, slot: str) -> bool:
        """Whether a slot is filled."""
        return slot in self.slots

    def slot(self, name: str) -> list[Word]:
        """Give the words of a slot; none where it is empty."""
        first, last = self.slots.get(name, (0, 0))
        return self.words[first:last]

    def text(self, name: str) -> str:
        """Give the words of a slot in lower case."""
        return " ".join(w.text for w in self.slot(name))

    @property
    def start(self) -> int:
        """First character."""
        return self.words[self.first].start

    @property
    def end(self) -> int:
        """Character after the last."""
        return self.words[self.last - 1].end

    @property
    def inside(self) -> frozenset[str]:
        """Give all the words of the match."""
        return frozenset(w.text for w in self.words[self.first : self.last])


def _expand(pattern: str, macros: Mapping[str, str], depth: int = 0) -> str:
    """Put macros in place of their names."""
    if depth > _DEPTH:
        raise CodebookError(f"dates_rules.toml: a macro holds itself: {pattern[:60]}")

    def put(match: re.Match[str]) -> str:
        return f"{match['slot'] or ''}({_expand(macros[match['name']], macros, depth + 1)})"

    return re.sub(rf"(?P<slot>\b[a-z_]\w*:)?\b(?P<name>{'|'.join(macros)})\b", put, pattern)


def _compile(rule: str, pattern: str) -> re.Pattern[str]:
    """Turn a pattern over words into a regular expression over their codes; slots of one name are numbered."""
    known = lexicon()
    out: list[str] = []
    seen: dict[str, int] = {}

    def opening(slot: str | None) -> str:
        if slot is None:
            return "(?:"
        seen[slot] = seen.get(slot, 0) + 1
        return f"(?P<{slot}__{seen[slot]}>"

    position = 0
    for piece in _PIECE.finditer(pattern):
        if pattern[position : piece.start()].strip():
            raise CodebookError(f"dates_rules.toml, {rule}: {pattern[position : piece.start()]!r} cannot be read")
        position = piece.end()
        if piece["mark"]:
            out.append(opening(piece["group"]) if piece["mark"] == "(" else piece["mark"])
            continue
        name = piece["name"]
        if name.isupper() or name[0].isupper():
            if name not in known.classes:
                raise CodebookError(f"dates_rules.toml, {rule}: no class of words is called {name}")
            codes = f"[{''.join(sorted(known.classes[name]))}]"
        else:
            codes = known.codes[name]
        out.append(f"{opening(piece['slot'])}{codes})" if piece["slot"] else codes)
    return re.compile("".join(out))


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    table = read_toml("dates_rules.toml")
    macros: dict[str, str] = table["macros"]
    return tuple(
        Rule(
            r["name"],
            r["build"],
            r.get("guard", ""),
            r.get("value", ""),
            _compile(r["name"], _expand(r["pattern"], macros)),
        )
        for r in table["rules"]
    )


def _slots(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for name in match.re.groupindex:
        first, last = match.span(name)
        if first >= 0 and last > first:
            found.setdefault(name.rpartition("__")[0], (first, last))
    return found


def candidates(words: Words) -> Iterator[Found]:
    """Give every match of every rule."""
    for rule in _rules():
        for match in rule.pattern.finditer(words.codes):
            if match.end() > match.start():
                yield Found(rule, words.items, match.start(), match.end(), _slots(match))


def matches(words: Words) -> list[Found]:
    """Give all matches, the longest first at each place; of equals the earlier rule is first. They may overlap."""
    found = list(candidates(words))
    found.sort(key=lambda f: (f.first - f.last, f.first))
    return found
