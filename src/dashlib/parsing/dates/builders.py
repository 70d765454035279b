"""The builders that rules name: from a match and its context to a reading."""

from collections.abc import Callable, Mapping

from dashlib.parsing.dates import amounts, clocks, holidays, parts, periods, points, sets, weekdays
from dashlib.parsing.dates.grammar import Found
from dashlib.parsing.dates.reading import Context, Reading

__all__ = ["BUILDERS", "read"]

Builder = Callable[[Found, Context], Reading | None]

BUILDERS: Mapping[str, Builder] = {
    "ago": amounts.ago,
    "anchored": periods.anchored,
    "bare_units": amounts.bare_units,
    "beyond_weekday": weekdays.beyond_weekday,
    "calendar": points.calendar,
    "century": points.century,
    "clock": clocks.clock,
    "daypart": clocks.daypart,
    "decade": points.decade,
    "duration": amounts.duration,
    "earlier": amounts.earlier,
    "every": sets.every,
    "before_last": periods.before_last,
    "fiscal": periods.fiscal,
    "from_day": amounts.from_day,
    "from_now": amounts.from_now,
    "half": periods.half,
    "half_duration": amounts.half_duration,
    "holiday": holidays.holiday,
    "iso": points.iso,
    "month_day": points.month_day,
    "month_part": parts.month_part,
    "month_rel_year": points.month_rel_year,
    "named": points.named,
    "night_range": clocks.night_range,
    "numeric": points.numeric,
    "past_next": amounts.past_next,
    "quarter": periods.quarter,
    "range": clocks.span,
    "recent": amounts.recent,
    "relative": periods.relative,
    "season": periods.season,
    "set_word": sets.set_word,
    "shift": points.shift,
    "then": sets.then,
    "this_quarter": periods.this_quarter,
    "unit_part": periods.unit_part,
    "vague": sets.vague,
    "week_of": points.week_of,
    "weekday": weekdays.weekday,
    "weekend": periods.weekend,
    "year_ago_quarter": periods.year_ago_quarter,
    "year_months": parts.year_months,
    "year_end": periods.year_end,
    "year_period": periods.year_quarter,
}


def read(found: Found, context: Context) -> Reading | None:
    """Give the reading of a match in its context; None where it names no possible time."""
    return BUILDERS[found.rule.build](found, context)
