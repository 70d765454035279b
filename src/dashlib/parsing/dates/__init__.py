"""Time expressions: found by a grammar in tables, valued as TIMEX3 and as an interval of days."""

from dashlib.parsing.dates.api import find_dates
from dashlib.parsing.dates.component import annotate_dates
from dashlib.parsing.dates.finder import find

__all__ = ["annotate_dates", "find", "find_dates"]
