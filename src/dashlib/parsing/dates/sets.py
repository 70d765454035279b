"""Readings of what recurs (SET) and of references without a place on the calendar (PRESENT_REF and its like)."""

from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.numbers import number
from dashlib.parsing.dates.reading import Context, Reading
from dashlib.parsing.dates.units import duration_value

__all__ = ["every", "set_word", "then", "vague"]


def set_word(found: Found, _context: Context) -> Reading | None:
    """Read "annually", "daily"."""
    return Reading("SET", str(found.slot("set")[0].value))


def every(found: Found, _context: Context) -> Reading | None:
    """Read "every two years", "each July", "every Monday", "on Tuesdays", "Tuesday nights"."""
    part = f"T{found.slot('daypart')[0].value}" if found.has("daypart") else ""
    if found.has("weekday"):
        return Reading("SET", f"XXXX-WXX-{found.slot('weekday')[0].value}{part}")
    if found.has("month"):
        return Reading("SET", f"XXXX-{int(found.slot('month')[0].value):02}")
    if found.has("season"):
        return Reading("SET", f"XXXX-{found.slot('season')[0].value}")
    if "weekend" in found.inside:
        return Reading("SET", "XXXX-WXX-WE")
    if part:
        return Reading("SET", f"XXXX-XX-XX{part}")
    count: float | str = 1.0
    if found.has("count"):
        count = number(found.slot("count")) or 1.0
    elif found.has("few"):
        count = "X"
    elif "other" in found.inside:
        count = 2.0
    elif found.has("ordinal"):
        value = found.slot("ordinal")[0].value
        count = float(value) if isinstance(value, int | float) else 1.0
    return Reading("SET", duration_value(str(found.slot("unit")[0].value), count))


def then(_found: Found, context: Context) -> Reading | None:
    """Read "by then": the date before it in the text."""
    return context.anchor


def vague(found: Found, _context: Context) -> Reading | None:
    """Read "now", "recently", "the future"."""
    if found.rule.value:
        return Reading("DATE", found.rule.value)
    return Reading("DATE", str(found.slot("vague")[0].value))
