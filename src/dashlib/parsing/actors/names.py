"""Finds the codebook's names in a text, longest first, and sets apart those with two readings ("Georgia")."""

from collections.abc import Iterator, Mapping, Sequence

from dashlib.codebook.actors import Ambiguity, Entry
from dashlib.parsing.actors.draft import Draft, Mark

__all__ = ["mark_names"]

# Readings that wait for their surroundings before they become a mention.
_WAITING = frozenset({"capital", "demonym", "people", "ethnic", "folk"})
_NAMEISH = frozenset({"PROPN", "X"})
_PLAIN = frozenset({"DET", "ADP", "PRON", "AUX", "VERB", "ADV", "SCONJ", "CCONJ", "PART", "INTJ"})


def _capitals(entry: Entry, texts: Sequence[str]) -> bool:
    """Whether the words have capitals where the name has them: the first, and one of the others."""
    if entry.upper:
        return texts[0] == entry.words[0]
    capitals = [not t[0].islower() for w, t in zip(entry.words, texts, strict=True) if not w[0].islower()]
    return not capitals or (capitals[0] and (len(capitals) == 1 or any(capitals[1:])))


def _at(draft: Draft, start: int) -> Iterator[tuple[Entry, int]]:
    """Give the entries whose words stand at a word, with the word after them."""
    words = draft.words
    entries = draft.book.index.get(words[start].lower, ())
    lower = tuple(w.lower for w in words[start : start + len(entries[0].words)]) if entries else ()
    for entry in entries:
        stop = start + len(entry.words)
        if lower[: len(entry.words)] != entry.lower:
            continue
        whole = stop == len(words) or words[stop].token != words[stop - 1].token
        if whole and _capitals(entry, [w.text for w in words[start:stop]]):
            yield entry, stop


def _shouted(draft: Draft, first: int) -> bool:
    """Whether the neighbours are in capitals too, so that capitals mean nothing ("WHO IS NEXT")."""
    near = [t for t in (draft.token(first - 1), draft.token(first + 1)) if t is not None and t.is_alpha]
    return bool(near) and all(t.is_upper and len(t) > 3 for t in near)


def _money(draft: Draft, first: int, last: int) -> bool:
    """Whether the letters only say whose dollar it is ("US$ 5")."""
    after = draft.token(last)
    return "$" in draft.tokens[first].text or (after is not None and after.text == "$")


def _of_a_person(draft: Draft, first: int, last: int) -> bool:
    """Whether the name is part of a person's ("Michael Jordan", "Paris Hilton"), by spaCy and by its neighbours."""
    if draft.tokens[first].ent_type_ != "PERSON":
        return False
    before, after = draft.token(first - 1), draft.token(last)
    if after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.pos_ in _NAMEISH:
        return after.text[0].isupper() and not _starts_name(draft, last)
    return (
        before is not None
        and before.ent_type_ == "PERSON"
        and draft.tokens[first].ent_iob_ == "I"
        and before.is_title
        and not _known(draft, first - 1)
    )


def _starts_name(draft: Draft, token: int) -> bool:
    """Whether a known surname or name stands at the token ("Trump Putin" is two men)."""
    lower = draft.tokens[token].lower_
    return lower in draft.book.surnames or lower in draft.book.index


def _known(draft: Draft, token: int) -> bool:
    return token in draft.taken or draft.mark(token) is not None


def _weak(draft: Draft, entry: Entry, first: int, last: int) -> bool:
    """Whether one plain word at the start of a sentence only looks like a name ("Shell hit the house")."""
    token = draft.tokens[first]
    if last - first > 1 or entry.upper:
        return False
    if token.pos_ in _PLAIN and not token.ent_type_:
        return True
    known_otherwise = entry.how in _WAITING or entry.key in draft.book.states
    return not known_otherwise and bool(token.is_sent_start) and not token.ent_type_ and token.pos_ != "PROPN"


def _reading(ambiguity: Ambiguity, seen: frozenset[str], draft: Draft) -> bool:
    """Whether the article speaks of the actor: its cues against those of the other reading, else the default."""
    pro, contra = _count(ambiguity.cues, seen, draft), _count(ambiguity.against, seen, draft)
    if pro == contra:
        return ambiguity.default
    return pro > contra


def _count(cues: frozenset[tuple[str, ...]], seen: frozenset[str], draft: Draft) -> int:
    """Count the cues that the article has; all words of a cue, side by side."""
    return sum(seen.issuperset(cue) and (len(cue) == 1 or _side_by_side(cue, draft)) for cue in cues)


def _side_by_side(cue: tuple[str, ...], draft: Draft) -> bool:
    texts = [w.text for w in draft.words]
    return any(tuple(texts[i : i + len(cue)]) == cue for i, t in enumerate(texts) if t == cue[0])


def _readings(draft: Draft) -> Mapping[tuple[str, ...], str | None]:
    """Give the actor of each ambiguous name in this article, or None for the other reading."""
    first_words = {w.lower for w in draft.words}
    seen: frozenset[str] = frozenset()
    found: dict[tuple[str, ...], str | None] = {}
    for words, ambiguity in draft.book.ambiguous.items():
        if words[0].lower() in first_words:
            seen = seen or frozenset(w.text for w in draft.words)
            found[words] = ambiguity.actor if _reading(ambiguity, seen, draft) else None
    return found


def _in_region(draft: Draft, first: int, last: int) -> bool:
    """Whether the name is part of a sea's or region's ("South China Sea", "Central America")."""
    if draft.tokens[first].ent_type_ != "LOC":
        return False
    before = draft.tokens[first].ent_iob_ == "I"
    after = draft.token(last)
    return before or (
        after is not None and after.ent_type_ == "LOC" and after.ent_iob_ == "I" and after.pos_ == "PROPN"
    )


def _goes_on(draft: Draft, entry: Entry, last: int) -> bool:
    """Whether a name that begins with an article is the start of a longer one ("the North" in "the North Korean")."""
    after = draft.token(last)
    return entry.lower[0] == "the" and entry.words[0] == "the" and after is not None and after.text[:1].isupper()


def _accept(draft: Draft, entry: Entry, first: int, last: int) -> bool:
    if entry.upper and (_shouted(draft, first) or _money(draft, first, last)):
        return False
    if _in_region(draft, first, last) or _goes_on(draft, entry, last):
        return False
    single = last - first == 1 and entry.key not in draft.book.people
    return not (single and _of_a_person(draft, first, last)) and not _weak(draft, entry, first, last)


def mark_names(draft: Draft) -> None:
    """Make mentions of the names that need no reading; leave marks for states, demonyms, peoples and capitals."""
    readings = _readings(draft)
    at = 0
    while at < len(draft.words):
        at = _take(draft, at, readings)


def _take(draft: Draft, at: int, readings: Mapping[tuple[str, ...], str | None]) -> int:
    """Read the name at a word, if any; give the next word to look at."""
    words = draft.words
    if at and words[at - 1].token == words[at].token:
        return at + 1
    for entry, stop in _at(draft, at):
        key = readings.get(entry.words, entry.key)
        first, last = words[at].token, words[stop - 1].token + 1
        if key is None or not _accept(draft, entry, first, last):
            continue
        if entry.how in _WAITING or key in draft.book.states:
            draft.put(Mark(first, last, key, entry.how))
        else:
            draft.add(first, last, draft.book.actor(key, draft.day), entry.how)
        return stop
    return at + 1
