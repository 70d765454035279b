"""Names in running text: with "the" where English has it, and whether they are plural."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dashlib.codebook.tables import read_toml
from dashlib.wording import joined

__all__ = ["are_plural", "is_plural", "listed", "named"]

_TABLE = {name: frozenset(words) for name, words in read_toml("briefing.toml")["names"].items()}
_AFTER_HEAD = re.compile(r" (?:against|between|by|for|in|of|on|or|to|with|without) ")
_MOST = 6


def _head(name: str) -> str:
    return _AFTER_HEAD.split(name, maxsplit=1)[0].split()[-1].casefold()


def _generic(name: str) -> bool:
    """Whether a name is a common noun ("hostages", "Ukrainian command") and no proper one."""
    return _AFTER_HEAD.split(name, maxsplit=1)[0].split()[-1][:1].islower()


@lru_cache(maxsize=4096)
def is_plural(name: str) -> bool:
    """Whether a verb after the name is plural.

    >>> is_plural("Armed Forces of Ukraine"), is_plural("hostages"), is_plural("United States"), is_plural("state department")
    (True, True, False, False)
    """
    if not name.split():
        return False
    head = _head(name)
    if _generic(name):
        return head in _TABLE["plural_words"] or (head.endswith("s") and not head.endswith("ss"))
    return head in _TABLE["plural_heads"]


def _article(name: str) -> bool:
    first, head = name.split(maxsplit=1)[0], _head(name)
    if first.casefold() in _TABLE["determiners"] or first.endswith(("'s", "’s", "s'")) or first[0].isdigit():
        return False
    if name in _TABLE["bare_words"]:
        return False
    if _generic(name):
        return not is_plural(name) and head not in _TABLE["mass_words"]
    return name in _TABLE["the_words"] or (" " in name and head in _TABLE["the_heads"])


@lru_cache(maxsize=4096)
def named(name: str, *, person: bool = False) -> str:
    """Give a name as a sentence has it.

    >>> named("United States"), named("Hamas"), named("state department"), named("The Resistance Front")
    ('the United States', 'Hamas', 'the state department', 'the Resistance Front')
    """
    if person or not name.split():
        return name
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if _article(name) else name


def listed(names: Sequence[str], persons: frozenset[str] = frozenset()) -> str:
    """Join names as a sentence does; of more than six the rest is counted."""
    shown = [" ".join(named(n, person=n in persons).split()) for n in names[:_MOST]]
    rest = len(names) - len(shown)
    return joined([*shown, f"{rest} more"] if rest else shown)


def are_plural(names: Sequence[str]) -> bool:
    """Whether a verb after all the names is plural."""
    return len(names) > 1 or (len(names) == 1 and is_plural(names[0]))
