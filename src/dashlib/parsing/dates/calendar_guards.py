"""What the words around a name of the calendar must show: "May", "March", "fall", years, decades, weekdays, times."""

from dashlib.parsing.dates.place import Place, known

__all__ = [
    "adverb",
    "clock",
    "dawn",
    "daypart",
    "decade",
    "joined",
    "month",
    "period",
    "plain_quarter",
    "quarter",
    "relative",
    "season",
    "short_year",
    "weekday",
    "year",
    "year_range",
]

_PLAIN = 1900  # years before this one need "in", "since", … before them
_CODE = 3  # letters of an airline or model before its number
_FREE = frozenset({"npadvmod", "tmod", "pobj", "nmod", "ROOT", "appos"})


def month(place: Place) -> bool:
    """Whether a month is meant: in capitals, no person's name, and "May" and "March" alone only after a preposition."""
    if not place.capital("month") or (place.in_name and not place.has("day")):
        return False
    if place.has("day", "day_words", "year", "year_words", "part", "rel"):
        return True
    if place.found.text("month") in known("month_homographs"):
        return place.before in known("month_prepositions")
    following = place.next_token
    person = following is not None and following.pos_ == "PROPN" and following.ent_type_ == "PERSON"
    return not person and place.token.ent_type_ != "PERSON"


def _spoken(place: Place) -> bool:
    """Whether words such as "nineteen ninety-six" or "two thousand and five" name a year and count nothing."""
    if not place.holds("hundred", "thousand"):  # nobody counts in "nineteen ninety-six"
        return True
    if place.after in known("counted_after") or place.holds("hundred") or place.next_is_noun:
        return place.holds("year")
    return not place.holds("thousand") or place.holds("year") or place.before in known("year_prepositions")


def _glued(place: Place) -> bool:
    """Whether a number is a part of a longer sign: "F-2000", "$1990", "2000/1"."""
    after = place.marks_after
    return (place.mark_before in known("glue_before") and place.before != "mid") or (
        after[:1] in known("glue_after") and after[1:].isalnum()
    )


def _coded(place: Place) -> bool:
    """Whether an airline, model or other code stands before a number."""
    previous = place.previous_token
    return previous is not None and previous.is_upper and previous.is_alpha and len(previous.text) <= _CODE


def year(place: Place) -> bool:
    """Whether a number of four figures is a year: told by what stands before it, and counting nothing."""
    if not place.has("year"):
        return _spoken(place)
    counting = place.before in known("number_before") or place.after in known("counted_after") or _glued(place)
    if counting or place.has("part") or place.holds("year"):
        return not counting
    early = int(place.found.text("year")) < _PLAIN
    if place.before in known("time_prepositions"):
        return not early or place.before in known("year_prepositions")
    if early or _coded(place):
        return early and place.before == "("
    if place.before in known("year_openers"):
        counts = place.token.dep_ == "nummod" and place.token.head.tag_ == "NNS"
        return not (counts and place.before in known("count_openers"))
    return place.token.dep_ in _FREE or place.token.ent_type_ == "DATE"


def short_year(place: Place) -> bool:
    """Whether "'96" is a year."""
    return place.before in known("time_prepositions") | known("year_openers") or place.has("part")


def decade(place: Place) -> bool:
    """Whether "the 80s" are years, not somebody's age nor a temperature."""
    if place.before in known("personal"):
        return False
    word = place.found.slot("decade")[0]
    if word.form == "DECADE2":
        apostrophe = place.doc.text[word.start - 1] in "'’‘"
        return apostrophe or (place.holds("the") and place.has("part"))
    return word.form == "DECADE4" or place.holds("the")


def quarter(place: Place) -> bool:
    """Whether a quarter is no part of a name, and one of a year ("the first quarter of the match" is none)."""
    ahead = {word.text for word in place.found.words[place.found.last : place.found.last + 6]}
    return not place.in_name and (place.after != "of" or not ahead.isdisjoint(("year", "fiscal")))


def plain_quarter(place: Place) -> bool:
    """Whether "the quarter" is one of a year, not of a town ("the quarter of Sheikh Radwan")."""
    return place.after != "of" and not place.in_name


def period(place: Place) -> bool:
    """Whether "the latest period" speaks of a quarter."""
    return place.holds("quarter", "latest")


def season(place: Place) -> bool:
    """Whether a season is meant, not the verb or what it qualifies ("the spring offensive")."""
    if place.found.text("season") == "fall":
        opened = place.holds("the") or place.has("part") or place.before in known("fall_openers")
        if not opened or place.after in known("fall_objects") or place.token.pos_ == "VERB":
            return False
    if place.has("part"):
        return True
    return (place.before in known("season_openers") or place.holds("the")) and not place.next_is_noun


def weekday(place: Place) -> bool:
    """Whether a weekday is meant, not a part of a name ("the Sunday Mirror")."""
    following = place.next_token
    glued = following is not None and following.pos_ == "PROPN" and following.is_title and place.named
    return place.capital("weekday") and not glued and not (place.in_name and place.token.ent_type_ != "PERSON")


def relative(place: Place) -> bool:
    """Whether "this week" is no title ("This Week") and "last minute" no figure of speech."""
    last = place.found.words[place.found.last - 1]
    word = place.doc.text[last.start : last.end]
    titled = word[0].isupper() and not word.isupper() and not place.has("weekday")
    return not titled and not place.holds("minute")


def adverb(place: Place) -> bool:
    """Whether "overnight" or "daily" tells when, not what kind ("an overnight success")."""
    if place.in_name:
        return False
    if place.holds("quarterly"):
        return place.token.tag_ == "RB"
    if place.next_token is not None and place.next_token.pos_ == "PROPN" and place.has("set"):  # "the daily Granma"
        return False
    return place.after not in known("plain_nouns")


def clock(place: Place) -> bool:
    """Whether figures are a time: told by a.m. or p.m., a zone, a day, or the word before; no score and no year."""
    if place.has("ampm", "hour_name") or place.holds("o'clock"):
        return not (place.has("hour_name") and place.in_name)
    zoned = place.has("zone") or place.holds("time")
    if place.has("military"):
        return zoned or place.holds("hours")
    return zoned or place.has("dayshift", "weekday", "month") or place.before in known("clock_prepositions")


def daypart(place: Place) -> bool:
    """Whether a part of the day is no part of a name."""
    return not place.in_name


def dawn(place: Place) -> bool:
    """Whether "dawn" is a time of the day: after "at", "before" and the like."""
    return place.before in known("dawn_openers") and not place.in_name


def joined(place: Place) -> bool:
    """Whether "12 and 13 August" are two days, and count nothing."""
    counts = place.next_is_noun and place.doc[place.last].tag_ == "NNS"
    return place.capital("month") and not counts


def year_range(place: Place) -> bool:
    """Whether "2014-15" is no number of a document or a telephone."""
    return place.before not in known("number_before") and place.marks_after[:1] not in known("glue_after")
