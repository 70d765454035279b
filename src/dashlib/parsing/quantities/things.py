"""What a number counts: its unit, what of, and whether they were killed, captured or sent."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dashlib.codebook.measures import (
    CASUALTIES,
    CLASSES,
    CURRENCY_NAMES,
    ELSEWHERE,
    MOVEMENTS,
    NOT_COUNTED,
    PLURALS,
    UNITS,
)
from dashlib.parsing.annotations import timexes
from dashlib.parsing.quantities.fates import fate as fate_in
from dashlib.parsing.quantities.numbers import Number, find_numbers
from dashlib.types import Quantity

__all__ = ["Counted", "counted"]

_DASHES = frozenset({"-", "–", "—"})
_SINGLE = 1
_MEASURING = frozenset({"nummod", "nmod", "compound", "amod", "npadvmod", "dobj", "quantmod"})
_OBJECT_FATES = frozenset({"destroyed", "downed"})
_PEOPLE_FATES = frozenset(CASUALTIES.values()) - _OBJECT_FATES


class Counted(NamedTuple):
    """A quantity, the class that decides which events it fits, and the token by which it hangs in the parse."""

    quantity: Quantity
    group: str
    anchor: int


def _excluded(doc: Doc, number: Number) -> bool:
    """Whether a number tells time, order, age or a name."""
    core = doc[number.core : number.last]
    if any(t.first < number.last and number.core < t.last for t in timexes(doc)):
        return True
    if any(t.ent_type_ in NOT_COUNTED["names"] for t in core) and not number.currency:
        return True
    before = doc[number.core - 1] if number.core else None
    if before is not None and _names(before, number):
        return True
    after = doc[number.last].lower_ if number.last < len(doc) else ""
    return after in NOT_COUNTED["clock"] or ":" in core.text


def _names(before: Token, number: Number) -> bool:
    """Whether a word before a number makes it a name ("Article 5", "Unit 731")."""
    if number.currency or before.is_sent_end or number.first < number.core:
        return False
    return before.lower_ in NOT_COUNTED["labels"] or (before.tag_ == "NNP" and before.head.i != number.core - 2)


def _next_word(doc: Doc, number: Number) -> int:
    """Give the index of the word after a number, past a hyphen."""
    i = number.last
    return i + 1 if i < len(doc) and doc[i].lower_ in _DASHES else i


def _measure(doc: Doc, number: Number) -> tuple[str, float, int] | None:
    """Give unit, factor and end of a measured number ("10 km", "20 %", "five square miles"), if it is one."""
    i = _next_word(doc, number)
    if number.share:
        return "%", 1.0, number.last
    if i >= len(doc):
        return None
    if doc[i].lower_ in UNITS["area_prefixes"] and i + 1 < len(doc) and doc[i + 1].lemma_.lower() in UNITS["length"]:
        return "km2", UNITS["length"][doc[i + 1].lemma_.lower()] ** 2, i + 2
    if doc[i].lower_ == "per" and i + 1 < len(doc) and doc[i + 1].lower_ == "cent":
        return "%", 1.0, i + 2
    for unit, table in (("km", "length"), ("km2", "area"), ("t", "mass"), ("%", "share")):
        for word in (doc[i].lower_, doc[i].lemma_.lower()):
            if word in UNITS[table]:
                return unit, UNITS[table][word], i + 1
    return None


def _money(doc: Doc, number: Number) -> tuple[str, int] | None:
    if number.currency:
        return number.currency, number.last
    for i in (_next_word(doc, number), _next_word(doc, number) + 1):
        if i < len(doc) and doc[i].lemma_.lower() in CURRENCY_NAMES:
            return CURRENCY_NAMES[doc[i].lemma_.lower()], i + 1
    return None


def _after_of(doc: Doc, start: int) -> Token | None:
    """Give the noun of an "of" phrase that begins at a token ("20 % of the territory", "thousands of workers")."""
    if start >= len(doc) or doc[start].lower_ != "of":
        return None
    return next((c for c in doc[start].children if c.dep_ == "pobj"), None)


def _noun(doc: Doc, number: Number) -> Token | None:
    """Give the noun that a number counts."""
    of = _after_of(doc, number.last)
    if of is not None:
        return of
    core = doc[number.core : number.last].root
    node = core
    for _ in range(4):
        if node.dep_ in {"nummod", "quantmod", "compound", "det", "amod", "nmod"} and node.head.i >= number.last:
            node = node.head
            if node.pos_ in {"NOUN", "PROPN"} and node.dep_ != "compound":
                return node
            continue
        break
    follower = doc[number.last] if number.last < len(doc) else None
    if follower is not None and follower.pos_ in {"ADJ", "NOUN", "PROPN"} and follower.dep_ != "ROOT":
        return next((t for t in _run(doc, number.last) if t.lemma_.lower() in CLASSES), None)
    return None


def _run(doc: Doc, start: int) -> Iterator[Token]:
    for token in doc[start : start + 4]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return
        yield token


def _plural(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    word = noun.text if noun.ent_type_ == "NORP" else noun.lower_
    return PLURALS.get(lemma) or (f"{lemma}s" if noun.tag_ == "NN" else word)


def _quantity(doc: Doc, number: Number, end: int, what: tuple[str, str], *, factor: float = 1.0) -> Quantity:
    span, (unit, of) = doc[number.first : end], what
    value, high = number.value * factor, None if number.high is None else number.high * factor
    place = (span.start_char, span.end_char, span.start, span.end, span.text)
    return Quantity(*place, value, high, unit, of, number.modifier)


def _of_measure(doc: Doc, number: Number, end: int, unit: str) -> str:
    noun = _after_of(doc, end)
    if noun is not None:
        return noun.lower_
    if unit != "km":
        return ""
    node = doc[number.core : end].root
    while node.dep_ in _MEASURING and node.head.i != node.i:
        node = node.head
        if node.lemma_.lower() in MOVEMENTS:
            return MOVEMENTS[node.lemma_.lower()]
    return "distance"


def _one(doc: Doc, number: Number) -> Counted | None:
    money = _money(doc, number)
    if money:
        unit, end = money
        return Counted(_quantity(doc, number, end, (unit, "")), "money", doc[number.core : end].root.i)
    measure = _measure(doc, number)
    if measure:
        return _measured(doc, number, *measure)
    return _counted_things(doc, number)


def _measured(doc: Doc, number: Number, unit: str, factor: float, end: int) -> Counted | None:
    of = _of_measure(doc, number, end, unit)
    after = doc[end].lower_ if end < len(doc) else ""
    if unit == "km" and of == "distance" and (after in ELSEWHERE or after == "("):
        return None
    group = {"km": "length", "km2": "area", "t": "mass", "%": "share"}[unit]
    noun = _after_of(doc, end)
    last = noun.i + 1 if noun is not None else end
    return Counted(_quantity(doc, number, last, (unit, of), factor=factor), group, doc[number.core : end].root.i)


def _group(noun: Token | None) -> str:
    """Give the class of what is counted; a people's name is people ("two Russians")."""
    if noun is None:
        return ""
    return CLASSES.get(noun.lemma_.lower(), "people" if noun.ent_type_ == "NORP" else "")


def _counted_things(doc: Doc, number: Number) -> Counted | None:
    noun = _noun(doc, number)
    lemma = noun.lemma_.lower() if noun is not None else ""
    if lemma in NOT_COUNTED["nouns"]:
        return None
    fate, group = fate_in(doc, number.last, noun, doc[number.core : number.last].root), _group(noun)
    if not group and not fate:
        return None
    if noun is None and number.value == _SINGLE and doc[number.last : number.last + 1].text == "of":
        return None
    if group not in {"people", ""} and fate in _PEOPLE_FATES:
        fate = fate if fate in {"captured", "seized"} else ""
    if group == "people" and fate in _OBJECT_FATES:
        fate = ""
    end = noun.i + 1 if noun is not None and noun.i >= number.last else number.last
    unit = "people" if group == "people" or (not group and fate in _PEOPLE_FATES) else "items"
    of = fate if unit == "people" and fate else _plural(noun) if noun is not None else fate
    chosen = fate if fate and unit == "people" else group or fate
    anchor = noun.i if noun is not None else doc[number.core : number.last].root.i
    return Counted(_quantity(doc, number, end, (unit, of)), chosen, anchor)


def _singles(doc: Doc) -> Iterator[Counted]:
    """Yield one for each "a nurse was killed", "killing a nurse"."""
    for noun in doc:
        if (
            noun.tag_ == "NN"
            and CLASSES.get(noun.lemma_.lower()) == "people"
            and noun.dep_ in {"dobj", "nsubjpass", "conj"}
        ):
            article = next((c for c in noun.children if c.dep_ == "det" and c.lower_ in {"a", "an", "another"}), None)
            what = fate_in(doc, noun.i + 1, noun, noun) if article is not None else ""
            if article is not None and what in _PEOPLE_FATES:
                number = Number(article.i, article.i, article.i + 1, 1.0, None, "exact", "")
                yield Counted(_quantity(doc, number, noun.i + 1, ("people", what)), what, noun.i)


def counted(doc: Doc) -> Iterator[Counted]:
    """Yield what the numbers of a Doc count; times, ages, ordinals and parts of names are left out."""
    yield from _singles(doc)
    for number in find_numbers(doc):
        if not _excluded(doc, number):
            found = _one(doc, number)
            if found is not None:
                yield found
