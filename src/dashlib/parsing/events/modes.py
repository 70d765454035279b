"""PLOVER's mode of a mention, by the words with the trigger (`codebook/data/mode_words.toml`)."""

from dashlib.codebook.mode_words import mode_words
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.grammar import key

__all__ = ["mode_of"]


def mode_of(candidate: Candidate, kind: str) -> str:
    """Give the mode: by the first table row of the kind whose words are with the trigger, else the entry's own."""
    near = {key(t) for t in candidate.tokens}
    near.update(w for slot in ("mod", "subj", "obj", "with", "by", "in", "of") for w in candidate.lemmas(slot))
    for row in mode_words().get(kind, ()):
        if not near.isdisjoint(row.words):
            return row.mode
    return candidate.entry.mode if kind == candidate.kind else ""
