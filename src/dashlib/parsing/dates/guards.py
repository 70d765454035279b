"""What the words around an expression must show for it to tell time: "may", "March", "fall", "second", years, ages, rates."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.words import Word

__all__ = ["Place", "allowed"]

_NAMED = frozenset({"ORG", "WORK_OF_ART", "PERSON", "FAC", "PRODUCT", "LAW"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_EARLIEST_PLAIN_YEAR = 1900
_CODE = 3  # letters of an airline or model before its number


@lru_cache(maxsize=1)
def _context() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_toml("dates_words.toml")["context"].items()}


def known(name: str) -> frozenset[str]:
    """Give a list of context words."""
    return _context()[name]


class Place(NamedTuple):
    """Where an expression stands: its match, the Doc, and its tokens [first, last)."""

    found: Found
    doc: Doc
    first: int
    last: int

    @property
    def before(self) -> str:
        """Give the word before, in lower case."""
        return self._word(self.found.first - 1).text

    @property
    def after(self) -> str:
        """Give the word after, in lower case."""
        return self._word(self.found.last).text

    def _word(self, i: int) -> Word:
        words = self.found.words
        return words[i] if 0 <= i < len(words) else Word(0, 0, "", "")

    @property
    def token(self) -> Token:
        """Give the last token."""
        return self.doc[self.last - 1]

    @property
    def next_token(self) -> Token | None:
        """Give the token after."""
        return self.doc[self.last] if self.last < len(self.doc) else None

    def capital(self, slot: str) -> bool:
        """Whether the first word of a slot begins with a capital."""
        words = self.found.slot(slot)
        return bool(words) and self.doc.text[words[0].start].isupper()

    @property
    def in_name(self) -> bool:
        """Whether the entity recogniser holds it for a part of a longer name."""
        token = self.token
        if token.ent_type_ not in _NAMED:
            return False
        return (self.last < len(self.doc) and self.doc[self.last].ent_iob_ == "I") or (
            self.doc[self.first].ent_iob_ == "I"
        )

    @property
    def next_is_noun(self) -> bool:
        """Whether a noun follows that the expression qualifies."""
        token = self.next_token
        return token is not None and token.pos_ in _NOUNS and not token.is_space


def _month(place: Place) -> bool:
    found = place.found
    if not place.capital("month") or place.in_name and not found.has("day"):
        return False
    dated = found.has("day") or found.has("day_words") or found.has("year") or found.has("year_words")
    if found.has("day_words") and not found.has("day"):
        return place.capital("month") and not ({"first", "second"} == found.inside)
    if dated or found.has("part") or found.has("rel"):
        return True
    word = found.slot("month")[0]
    if word.text in {"may", "march"}:
        return place.before in known("month_prepositions")
    token = place.next_token
    named = token is not None and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"
    return not named and (place.token.ent_type_ != "PERSON")


def _spoken_year(place: Place) -> bool:
    """Whether words such as "nineteen ninety-six" or "two thousand and five" name a year and count nothing."""
    if place.after in known("counted_after") or "hundred" in place.found.inside or place.next_is_noun:
        return "year" in place.found.inside
    return "thousand" not in place.found.inside or "year" in place.found.inside or place.before in {"in", "since", "of"}


def _year(place: Place) -> bool:
    found = place.found
    if not found.has("year"):
        return _spoken_year(place)
    year = int(found.slot("year")[0].text)
    if place.before in known("number_before") or place.after in known("counted_after") | {"/", "x", "×"}:
        return False
    if place.doc.text[max(found.start - 1, 0)] in "-./$£€#:_@+" and place.before not in {"mid"}:
        return False
    following = place.doc.text[found.end : found.end + 1]
    if following in "-_@/" and following and place.doc.text[found.end + 1 : found.end + 2].isalnum():
        return False
    if found.has("part") or "year" in found.inside:
        return True
    if place.before in known("time_prepositions"):
        return year >= _EARLIEST_PLAIN_YEAR or place.before in {"in", "since", "of", "by", "from", "until", "before", "after"}
    if year < _EARLIEST_PLAIN_YEAR:
        return place.before == "("
    token = place.token
    previous = place.doc[place.first - 1].text if place.first else ""
    if previous.isupper() and previous.isalpha() and len(previous) <= _CODE:
        return False
    if place.before in known("year_openers"):
        return not (token.dep_ == "nummod" and place.before in {"a", "an", ","} and token.head.tag_ == "NNS")
    return token.dep_ in {"npadvmod", "tmod", "pobj", "nmod", "ROOT", "appos"} or place.token.ent_type_ == "DATE"


def _short_year(place: Place) -> bool:
    return place.before in known("time_prepositions") | known("year_openers") or place.found.has("part")


def _decade(place: Place) -> bool:
    found = place.found
    if place.before in known("personal"):
        return False
    word = found.slot("decade")[0]
    if word.form == "DECADE4":
        return True
    if word.form == "DECADE2":
        return "the" in found.inside and bool(found.inside & {"'", "early", "late", "mid"}) or place.doc.text[word.start - 1] in "'’‘"
    return "the" in found.inside


def _quarter(place: Place) -> bool:
    return not place.in_name


def _period(place: Place) -> bool:
    return "quarter" in place.found.inside or "latest" in place.found.inside


def _season(place: Place) -> bool:
    found = place.found
    word = found.slot("season")[0]
    if word.text == "fall" and not ({"the", "early", "late", "mid"} & found.inside or place.before in {"in", "last", "this"}):
        return False
    if word.text == "fall" and (place.after in {"of", "in", "from", "to"} or place.token.pos_ == "VERB"):
        return False
    if {"early", "late", "mid"} & found.inside:
        return True
    return (place.before in known("season_openers") or "the" in found.inside) and not place.next_is_noun


def _weekday(place: Place) -> bool:
    if not place.capital("weekday"):
        return False
    token = place.next_token
    glued = token is not None and token.pos_ == "PROPN" and token.text[:1].isupper() and place.token.ent_type_ in _NAMED
    return not glued and not (place.in_name and place.token.ent_type_ != "PERSON")


def _relative(place: Place) -> bool:
    text = place.doc.text
    last = place.found.words[place.found.last - 1]
    titled = text[last.start].isupper() and not text[last.start : last.end].isupper() and not place.found.has("weekday")
    return not ("minute" in place.found.inside or titled)


def _phrase_end(place: Place) -> bool:
    return not place.after or place.after in known("ends_phrase")


def _adverb(place: Place) -> bool:
    text = place.found.slot("daypart")[0].text if place.found.has("daypart") else place.found.text("set")
    if place.in_name:
        return False
    if text == "quarterly":
        return place.token.tag_ == "RB"
    return place.after not in known("plain_nouns")


def _clock(place: Place) -> bool:
    found = place.found
    dayed = found.has("dayshift") or found.has("weekday") or found.has("month")
    if found.has("ampm") or found.has("hour_name") or "o'clock" in found.inside:
        return not (found.has("hour_name") and place.in_name)
    if found.has("military"):
        return found.has("zone") or "time" in found.inside or "hours" in found.inside
    return dayed or found.has("zone") or "time" in found.inside or place.before in known("clock_prepositions")


def _duration(place: Place) -> bool:
    found = place.found
    if place.after in known("age_after") or place.before in {"aged", "age"}:
        return False
    unit = found.slot("unit")[0].text
    if unit.startswith("quarter") and (not found.has("count") or place.after in known("fraction_after")):
        return False
    if unit in {"second", "light"}:
        return False
    if not (found.has("count") or found.has("few") or found.has("couple")):
        return _one(place)
    return True


def _one(place: Place) -> bool:
    """Whether "a year" is a length of time and no rate ("$2 a year") nor a mere day ("a day")."""
    found = place.found
    first = place.doc[place.first]
    if found.last - found.first > 2:
        return True
    if place.next_is_noun and place.after not in {"ago"}:
        return False
    previous = place.doc[place.first - 1] if place.first else None
    if previous is not None and (previous.pos_ in {"NOUN", "NUM", "PROPN", "SYM"} or previous.text in {"%", "times", "once", "twice"}):
        return False
    return first.lower_ in {"a", "an", "one", "another"}


def _age(place: Place) -> bool:
    return not {"old", "olds"} & place.found.inside and (place.found.has("count") or place.found.has("few"))


def _ended(place: Place) -> bool:
    return place.after in known("ended")


def _whole_unit(place: Place) -> bool:
    return place.before in {"for"} and place.after in known("ends_phrase") or (place.after == "'s" and "week" in place.found.inside)


def _joined(place: Place) -> bool:
    return place.capital("month") and not (place.next_is_noun and place.doc[place.last].tag_ == "NNS")


def _bare_units(place: Place) -> bool:
    if place.after in known("age_after"):
        return False
    if place.found.has("rel"):
        return True
    if "quarters" in place.found.inside or place.next_is_noun and place.after != "-":
        return False
    return place.before in known("bare_unit_openers") or place.after == "of"


def _past_next(place: Place) -> bool:
    found = place.found
    if place.after in known("age_after"):
        return False
    if found.has("count") or found.has("few") or found.has("couple"):
        return True
    return found.has("unit") and not found.has("ordinal") and bool({"the", "past", "coming"} & found.inside)


def _now(place: Place) -> bool:
    opens = place.doc[place.first].is_sent_start or place.before in {'"', "“", "``"}
    return not (opens and place.after in known("discourse"))


def _current(place: Place) -> bool:
    return place.doc[place.first].lower_ == "current" and place.token.tag_ == "JJ"


def _noun(place: Place) -> bool:
    return not place.next_is_noun and place.doc[min(place.last, len(place.doc) - 1)].pos_ not in {"NUM", "ADJ"}


def _vague(place: Place) -> bool:
    return True


def _daypart(place: Place) -> bool:
    return not place.in_name


def _year_range(place: Place) -> bool:
    return place.before not in known("number_before") and place.doc.text[place.found.end : place.found.end + 1] not in "-/"


_GUARDS: Mapping[str, Callable[[Place], bool]] = {
    "month": _month,
    "year": _year,
    "short_year": _short_year,
    "decade": _decade,
    "quarter": _quarter,
    "period": _period,
    "season": _season,
    "weekday": _weekday,
    "relative": _relative,
    "phrase_end": _phrase_end,
    "adverb": _adverb,
    "clock": _clock,
    "duration": _duration,
    "age": _age,
    "ended": _ended,
    "whole_unit": _whole_unit,
    "joined": _joined,
    "bare_units": _bare_units,
    "past_next": _past_next,
    "now": _now,
    "current": _current,
    "noun": _noun,
    "vague": _vague,
    "daypart": _daypart,
    "year_range": _year_range,
}


def allowed(place: Place) -> bool:
    """Whether the guard of the rule lets the expression stand."""
    name = place.found.rule.guard
    return not name or _GUARDS[name](place)
