"""The trigger lexicon: which words announce which kind of event (`data/triggers/*.csv`, `data/ambiguous.toml`).

Each row is a lemma or a sequence of lemmas, its part of speech, the kind it proposes, the frame that gives the roles,
a PLOVER mode, and conditions on its arguments. `ambiguous.toml` lists the readings of words that mean several things;
a reading without a kind says that there is no event. Spelling variants (`data/spelling.toml`) are added on loading
and are not entries.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from dashlib.codebook.conditions import Condition, conditions
from dashlib.codebook.frames import frames
from dashlib.codebook.kinds import KINDS
from dashlib.codebook.modes import MODES
from dashlib.codebook.tables import read_csv, read_toml
from dashlib.errors import CodebookError

__all__ = ["Lexicon", "Light", "Trigger", "irregular", "lexicon"]

_PARTS = frozenset({"VERB", "NOUN", "ADJ"})
_LINKS = frozenset({"of", "on", "for", "in", "to", "at", "from", "against", "with", "over"})
_NO_EVENT = "none"


class Trigger(NamedTuple):
    """One entry: lemmas, position of their head, part of speech, kind ("" for no event), frame, mode, conditions.

    `rank` orders the entries of one head: longer before shorter, readings of ambiguous words in their own order.
    """

    words: tuple[str, ...]
    head: int
    pos: str
    kind: str
    frame: str
    mode: str
    needs: tuple[Condition, ...]
    blocks: tuple[Condition, ...]
    rank: tuple[int, int]
    rule: str


class Light(NamedTuple):
    """A light verb: its subject plays `subject` in the event that its object (or the object of `prep`) names."""

    verb: str
    prep: str
    subject: str


class Lexicon(NamedTuple):
    """The entries by the lemma and part of speech of their head, the light verbs, and how many entries were written."""

    entries: Mapping[tuple[str, str], tuple[Trigger, ...]]
    light: Mapping[tuple[str, str], Light]
    size: int


def _head(words: tuple[str, ...], pos: str) -> int:
    if pos == "VERB":
        return 0
    links = [i for i, w in enumerate(words) if w in _LINKS and i]
    return (links[0] if links else len(words)) - 1


def _entry(row: Mapping[str, str], where: str, order: int) -> Trigger:
    words = tuple(row["trigger"].split())
    kind, frame, pos = row["kind"], row["frame"], row["pos"]
    if pos not in _PARTS:
        raise CodebookError(f"{where}: {pos!r} is no part of speech; use {', '.join(sorted(_PARTS))}")
    if kind != _NO_EVENT and (kind not in KINDS or frame not in frames()):
        raise CodebookError(f"{where}: kind {kind!r} or frame {frame!r} is unknown; see kinds.toml and frames.toml")
    mode = row.get("mode", "")
    if mode and kind != _NO_EVENT and (kind, mode) not in MODES:
        raise CodebookError(f"{where}: {kind} has no mode {mode!r}; see modes.csv")
    try:
        needs, blocks = conditions(row.get("needs", "")), conditions(row.get("blocks", ""))
    except CodebookError as e:
        raise CodebookError(f"{where}: {e}") from e
    return Trigger(
        words=words, head=_head(words, pos), pos=pos, kind="" if kind == _NO_EVENT else kind, frame=frame,
        mode=mode, needs=needs, blocks=blocks, rank=(-len(words), order),
        rule=f"{' '.join(words)} ({pos.lower()}) → {kind}",
    )  # fmt: skip


def _rows() -> Iterator[Trigger]:
    folder = files("dashlib.codebook") / "data" / "triggers"
    seen: set[tuple[str, str, str]] = set()
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        rows = read_csv(f"triggers/{path.name}", ("trigger", "pos", "kind", "frame", "source"))
        for number, row in enumerate(rows, start=2):
            key = (row["trigger"], row["pos"], row["kind"] + row["needs"])
            if key in seen:
                raise CodebookError(f"{path.name}, line {number}: {row['trigger']!r} stands twice; delete one")
            seen.add(key)
            yield _entry(row, f"{path.name}, line {number}", 1_000 - 10 * len(row["needs"].split()))


def _readings() -> Iterator[Trigger]:
    for word in read_toml("ambiguous.toml")["word"]:
        for order, reading in enumerate(word["readings"]):
            row: dict[str, Any] = {"trigger": word["lemma"], "pos": word["pos"], "frame": "", "mode": "", **reading}
            yield _entry({**row, "needs": reading.get("when", "")}, f"ambiguous.toml, {word['lemma']}", order)


def _spelled(words: tuple[str, ...], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    yield words
    for ours, theirs in pairs:
        if any(w.endswith(ours) for w in words):
            yield tuple(w.removesuffix(ours) + theirs if w.endswith(ours) else w for w in words)


@lru_cache(maxsize=1)
def irregular() -> Mapping[str, str]:
    """Give the lemmas of past forms that the lemmatizer does not know."""
    forms: dict[str, str] = read_toml("spelling.toml")["irregular"]
    return forms


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Load and index the lexicon; raises CodebookError with file and line where an entry breaks the rules."""
    written = [*_rows(), *_readings()]
    pairs = [(a, b) for a, b in read_toml("spelling.toml")["pairs"]]
    index: dict[tuple[str, str], list[Trigger]] = {}
    for entry in written:
        for words in _spelled(entry.words, pairs):
            index.setdefault((words[entry.head], entry.pos), []).append(entry._replace(words=words))
    entries = {key: tuple(sorted(found, key=lambda t: t.rank)) for key, found in index.items()}
    light = {
        (verb, row.get("prep", "")): Light(verb, row.get("prep", ""), row["subject"])
        for row in read_toml("light.toml")["light"]
        for verb in row["verbs"]
    }
    return Lexicon(entries=entries, light=light, size=len({(t.words, t.pos) for t in written if t.kind}))
