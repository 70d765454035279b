"""Weighs the rules' proposal against the judge's verdict: kind, status, roles and confidence of one mention."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from dashlib.codebook import kind as kind_of
from dashlib.codebook.tables import read_toml
from dashlib.parsing.judge.encoder import Encoder, Floats, Verdict
from dashlib.types import ActorMention, Argument, Mention, Role, Status

__all__ = ["Weights", "settle"]


class Weights(NamedTuple):
    """The numbers of judge.toml."""

    kind_bonus: float
    status_bonus: float
    none_drops: float
    role_changes: float
    role_adds: float


_TABLE = read_toml("judge.toml")
DEFAULT = Weights(*(_TABLE[name] for name in Weights._fields))


def _weighed(probabilities: Floats, favoured: int, bonus: float) -> Floats:
    scores = np.log(probabilities + 1e-9)
    scores[favoured] += bonus
    powers: Floats = np.exp(scores - scores.max())
    return powers / powers.sum()


def _role(name: str, kind: str) -> Role | None:
    if name == "other":
        return None
    return Role.PARTICIPANT if kind_of(kind).relation == "equal" else Role(name)


def _arguments(
    mention: Mention, kind: str, actors: Sequence[ActorMention], verdict: Verdict, encoder: Encoder, weights: Weights
) -> Iterable[Argument]:
    proposed = {a.mention: a.role for a in mention.arguments}
    for actor in (*actors, *(a for a in proposed if a not in actors)):
        given = proposed.get(actor)
        if actor not in actors:
            yield Argument(given or Role.PARTICIPANT, actor)
            continue
        chances = verdict.roles[actors.index(actor)]
        best = int(chances.argmax())
        sure = float(chances[best])
        judged = _role(encoder.roles[best], kind)
        if given is not None:
            yield from _kept(given, judged, sure, actor, weights)
        elif judged is not None and sure >= weights.role_adds:
            yield Argument(judged, actor)


def _kept(given: Role, judged: Role | None, sure: float, actor: ActorMention, weights: Weights) -> Iterable[Argument]:
    if sure < weights.role_changes:
        yield Argument(given, actor)
    elif judged is not None:
        yield Argument(judged, actor)


def settle(
    mention: Mention, actors: Sequence[ActorMention], verdict: Verdict, encoder: Encoder, weights: Weights = DEFAULT
) -> Mention | None:
    """Give the mention with what the judge makes of it, or None where the judge is sure that it is no event.

    `actors` are those that the verdict's rows of roles speak of, in order.
    """
    if verdict.kind[-1] >= weights.none_drops:
        return None
    kinds = _weighed(verdict.kind, encoder.kinds.index(mention.kind), weights.kind_bonus)
    kind = encoder.kinds[int(kinds[:-1].argmax())]
    statuses = _weighed(verdict.status, encoder.statuses.index(mention.status.value), weights.status_bonus)
    status = Status(encoder.statuses[int(statuses.argmax())])
    chance = float(kinds[:-1].max())
    cues = [f"the judge reads {kind_of(kind).label.lower()}, {status.value} ({chance:.0%} sure)"]
    if kind != mention.kind:
        cues.append(f"the rules proposed {kind_of(mention.kind).label.lower()}")
    return replace(
        mention,
        kind=kind,
        mode=mention.mode if kind == mention.kind else "",
        status=status,
        arguments=tuple(_arguments(mention, kind, actors, verdict, encoder, weights)),
        judged=chance,
        cues=(*mention.cues, *cues),
    )
