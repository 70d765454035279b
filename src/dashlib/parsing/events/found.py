"""A trigger that holds, with its settled kind and arguments: what the component turns into a mention."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from dashlib.codebook.nesting import more_specific
from dashlib.parsing.events.candidates import Candidate
from dashlib.types import Argument, Role, Status

__all__ = ["Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with kind, mode, arguments, a first reading of its status, and the reasons in words."""

    candidate: Candidate
    kind: str
    mode: str
    arguments: tuple[Argument, ...]
    status: Status = Status.HAPPENED
    cues: tuple[str, ...] = field(default=())

    @property
    def head(self) -> Token:
        """The head of the trigger."""
        return self.candidate.head

    def doers(self) -> set[str]:
        """Give the names of those who do it or take part."""
        return {a.mention.actor.name for a in self.arguments if a.role is not Role.RECIPIENT}

    def joined(self, other: "Found", *, settle: bool = True) -> "Found":
        """Take over the arguments of another trigger of the event where a role is empty, and a more specific kind."""
        if settle:
            kind = more_specific(self.kind, other.kind)
            if kind != self.kind:
                return replace(self._with(other), kind=kind, mode=other.mode)
            return self._with(other)
        return self

    def _with(self, other: "Found") -> "Found":
        roles = {a.role for a in self.arguments}
        names = {a.mention.actor.name for a in self.arguments}
        more = tuple(a for a in other.arguments if a.role not in roles and a.mention.actor.name not in names)
        kinds_differ = Role.PARTICIPANT in roles or any(a.role is Role.PARTICIPANT for a in more)
        return self if kinds_differ or not more else replace(self, arguments=(*self.arguments, *more))
