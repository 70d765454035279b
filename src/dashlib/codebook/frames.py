"""The frames of the trigger lexicon: which grammatical argument plays which role (`data/frames.toml`)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from dashlib.codebook.tables import read_toml
from dashlib.errors import CodebookError
from dashlib.types import Role

__all__ = ["Frame", "frames"]

_SETTINGS = frozenset({"weak", "weak_role", "host"})
_SILENT = "none"


class Frame(NamedTuple):
    """A frame: roles by slot, the slots that speak only where the role is still empty, and whether a place is a target.

    `weak` pairs a slot with its role, in the order in which the slots are tried.
    """

    name: str
    roles: Mapping[str, Role]
    weak: tuple[tuple[str, Role], ...]
    host: bool


def _weak(name: str, row: Mapping[str, Any]) -> tuple[tuple[str, Role], ...]:
    role = row.get("weak_role", "recipient")
    if role == "initiator_then_recipient":
        return tuple((slot, Role.RECIPIENT if i else Role.INITIATOR) for i, slot in enumerate(row.get("weak", ())))
    return tuple((slot, _role(name, role)) for slot in row.get("weak", ()))


def _role(name: str, value: str) -> Role:
    try:
        return Role(value)
    except ValueError as e:
        raise CodebookError(f"frames.toml, [{name}]: {value!r} is no role; use {', '.join(Role)} or none") from e


@lru_cache(maxsize=1)
def frames() -> Mapping[str, Frame]:
    """Give the frames by name; raises CodebookError where a row names no role."""
    out: dict[str, Frame] = {}
    for name, row in read_toml("frames.toml").items():
        roles = {s: _role(name, r) for s, r in row.items() if s not in _SETTINGS and r != _SILENT}
        out[name] = Frame(name=name, roles=roles, weak=_weak(name, row), host=bool(row.get("host", False)))
    return out
