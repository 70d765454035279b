"""What the words around an amount of time must show: lengths, not ages, rates, fractions or figures of speech."""

from dashlib.parsing.dates.place import Place, known

__all__ = [
    "age",
    "bare_units",
    "current",
    "duration",
    "ended",
    "noun",
    "now",
    "past_next",
    "phrase_end",
    "then",
    "whole_unit",
]

_RATED = frozenset({"NOUN", "NUM", "PROPN", "SYM"})


def phrase_end(place: Place) -> bool:
    """Whether "the day before" ends its phrase: before a clause or noun it would be counted from that."""
    return not place.after or place.after in known("ends_phrase")


def duration(place: Place) -> bool:
    """Whether a number and a unit are a length of time: no age, no fraction, no rate."""
    aged = place.after in known("age_after") or place.before in known("age_before")
    if aged or place.before in known("counts_before") or _titled(place):
        return False
    counted = place.has("count", "few", "couple")
    unit = place.found.text("unit")
    if unit.startswith("quarter") and (not counted or place.after in known("fraction_after")):
        return False
    return counted or _one(place)


def _titled(place: Place) -> bool:
    """Whether the unit is written as a part of a title ("60 Minutes")."""
    unit = place.found.slot("unit")[0]
    word = place.doc.text[unit.start : unit.end]
    return word[0].isupper() and not word.isupper() and unit.start > place.found.start


def _one(place: Place) -> bool:
    """Whether "a year" is a length of time, no rate ("$2 a year") and no qualifier ("a day trip")."""
    if place.found.last - place.found.first > 2:
        return True
    previous = place.previous_token
    rated = previous is not None and (previous.pos_ in _RATED or previous.lower_ in known("rate_before"))
    return not place.next_is_noun and not rated


def age(place: Place) -> bool:
    """Whether "two-week" is a length of time, no age ("a 6-year-old")."""
    return not place.holds("old", "olds") and place.has("count", "few")


def ended(place: Place) -> bool:
    """Whether "the year ended March 31" follows: a length of time in accounts."""
    return place.after in known("ended")


def then(place: Place) -> bool:
    """Whether "then" stands for a date: "by then"."""
    return place.before in known("then_openers")


def whole_unit(place: Place) -> bool:
    """Whether "for the week" or "the week's" speaks of the current unit."""
    whole = place.before == "for" and place.after in known("ends_phrase")
    return whole or (place.after == "'s" and place.holds("week"))


def bare_units(place: Place) -> bool:
    """Whether "years" is some number of them: "for years", "months of talks"."""
    if place.after in known("age_after"):
        return False
    if place.has("rel"):
        return True
    if place.holds("quarters") or (place.next_is_noun and place.after != "-"):
        return False
    counted = place.after in known("sequence_after") and place.before != "the"
    return counted or place.before in known("bare_unit_openers") or place.after == "of"


def past_next(place: Place) -> bool:
    """Whether "the past two weeks" is a stretch of time."""
    if place.after in known("age_after"):
        return False
    plain = place.has("unit") and not place.has("ordinal") and place.holds("the", "past", "coming")
    return place.has("count", "few", "couple") or plain


def now(place: Place) -> bool:
    """Whether "now" tells when, and is no discourse marker ("Now, …")."""
    opens = bool(place.doc[place.first].is_sent_start) or place.before in known("quotes")
    return not (opens and place.after in known("discourse"))


def current(place: Place) -> bool:
    """Whether "current" is the adjective."""
    return place.token.lower_ == "current" and place.token.tag_ == "JJ"


def noun(place: Place) -> bool:
    """Whether "the past" is the noun, and qualifies nothing."""
    following = place.next_token
    return not place.next_is_noun and (following is None or following.pos_ not in {"NUM", "ADJ"})
