"""Role nouns ("soldiers", "ministry"): what kind of actor they name, alone or after a demonym (roles.csv)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.spelling import pieces
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError

__all__ = ["BECOMES", "Role", "roles"]

BECOMES = frozenset({"state", "army", "own"})


class Role(NamedTuple):
    """A role noun. `becomes`: with a state's demonym it is the `state`, its `army`, or an actor of its `own` name.

    `bare`: it names an actor without a demonym too (`yes`: "the protesters"), only when counted (`count`: "two men"),
    or not (empty).
    """

    noun: str
    plural: str
    becomes: str
    type: str
    sector: str
    bare: str


@lru_cache(maxsize=1)
def roles() -> Mapping[tuple[str, ...], Role]:
    """Give the roles by the words of singular and plural, in lower case.

    Raises CodebookError for a reading that the code does not know.
    """
    found: dict[tuple[str, ...], Role] = {}
    for row in read_csv("roles.csv", ("noun", "plural", "becomes", "type", "source")):
        if row["becomes"] not in BECOMES:
            raise CodebookError(f"roles.csv: {row['noun']} becomes {row['becomes']!r}; use one of state, army, own")
        role = Role(row["noun"], row["plural"], row["becomes"], row["type"], row["sector"], row["bare"])
        for form in (role.plural, role.noun):
            found[tuple(p.lower() for p in pieces(form))] = role
    return found
