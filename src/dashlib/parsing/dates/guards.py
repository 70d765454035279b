"""The guards that rules name: what the words around a match must show for it to tell time."""

from collections.abc import Callable, Mapping

from dashlib.parsing.dates import amount_guards, calendar_guards
from dashlib.parsing.dates.place import Place

__all__ = ["GUARDS", "allowed"]

GUARDS: Mapping[str, Callable[[Place], bool]] = {
    name: getattr(module, name) for module in (amount_guards, calendar_guards) for name in module.__all__
}


def allowed(place: Place) -> bool:
    """Whether the guard of the rule lets the expression stand."""
    name = place.found.rule.guard
    return not name or GUARDS[name](place)
