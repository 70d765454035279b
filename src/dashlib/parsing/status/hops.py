"""One hop of the climb: what is read at a word, and where the reading goes on."""

from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Token

from dashlib.codebook.statuses import Effect, effect_of
from dashlib.parsing.status.fold import Cue
from dashlib.parsing.status.grammar import keys
from dashlib.types import Interval, Timex

__all__ = ["Context", "Hop", "governing", "stop"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading needs to know of the mention and its text: kind, head, the trigger's own tokens, dates."""

    kind: str
    head: int = -1
    ignored: frozenset[int] = frozenset()
    published: Interval = Interval()
    timexes: tuple[Timex, ...] = field(default=())


class Hop(NamedTuple):
    """The cues read at one word and the next word outward (None: the reading ends here).

    `local` says whether the next word's own form counts; `sheltered` that the event is given as a fact from here on, so
    that only a denial can reach it.
    """

    cues: tuple[Cue, ...]
    next: Token | None
    local: bool = True
    sheltered: bool = False


def stop(*cues: Cue) -> Hop:
    """Give a hop that ends the reading."""
    return Hop(cues, None)


def governing(governor: Token, slot: str, kind: str) -> tuple[Effect | None, str]:
    """Give the effect of a governor on what fills one of its slots, and the words that show it."""
    pos = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adjective"}.get(governor.pos_, "verb")
    if pos == "verb" and governor.dep_ == "amod":
        pos = "adjective"
    for key in keys(governor):
        effect = effect_of(pos, slot, key if pos != "adjective" else governor.lower_, kind)
        if effect is not None:
            return effect, f"{governor.text} …"
    return None, governor.text
