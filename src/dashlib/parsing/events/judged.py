"""Weighs the judge's verdicts against the lexicon: words it adds, candidates it rejects, kinds it corrects."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc

from dashlib.codebook.kinds import KINDS
from dashlib.codebook.nesting import same_event
from dashlib.codebook.triggers import Trigger, lexicon
from dashlib.parsing.annotations import actors, verdicts
from dashlib.parsing.events.candidates import Candidate
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.labels import NOUNS, VERBS
from dashlib.parsing.judge.weights import weights
from dashlib.types import Argument, Role, Verdict

__all__ = ["JUDGED", "judged", "proposed", "with_judged_roles"]


# How the rule of a mention begins that only the judge proposed.
JUDGED = "the judge reads"
_FAR_LESS = 10
_NO_ROLE = "other"


@lru_cache(maxsize=1)
def _frames() -> dict[tuple[str, str], str]:
    """Give the frame that most entries of a kind and part of speech have."""
    counts = Counter((e.kind, e.pos, e.frame) for here in lexicon().entries.values() for e in here if e.kind in KINDS)
    out: dict[tuple[str, str], str] = {}
    for (kind, pos, frame), _ in counts.most_common():
        out.setdefault((kind, pos), frame)
    return out


def _entry(word: str, pos: str, kind: str) -> Trigger | None:
    frame = _frames().get((kind, pos))
    if frame is None:
        return None
    return Trigger((word,), 0, pos, kind, frame, "", (), (), (1, 0), f"{JUDGED} {word!r} as {kind}")


def proposed(doc: Doc, taken: Iterable[Candidate], told: Iterable[Found]) -> Iterator[Candidate]:
    """Give candidates for the words that the judge, and no entry of the lexicon, takes for events.

    Where the entries found none in a sentence (`told` holds what they found), the judge needs to be less sure.
    """
    known = {t.i for c in taken for t in c.tokens}
    spoken = {f.head.sent.start for f in told}
    w = weights()
    for i, verdict in verdicts(doc).items():
        token = doc[i]
        beside = token.sent.start in spoken
        event, kind = (w.proposes_event, w.proposes_kind) if beside else (w.alone_event, w.alone_kind)
        if i in known or verdict.event < event or _alike(verdict) < kind:
            continue
        pos = "VERB" if token.pos_ in VERBS else "NOUN" if token.pos_ in NOUNS else ""
        entry = _entry(token.lemma_.lower(), pos, verdict.kind)
        if entry is not None:
            yield Candidate(token, (token,), entry)


def _alike(verdict: Verdict) -> float:
    """Give the chance of the likeliest kind and of those that may tell one event with it (a call, a meeting)."""
    return sum(chance for kind, chance in verdict.kinds.items() if same_event(verdict.kind, kind))


def judged(candidate: Candidate) -> Candidate | None:
    """Give a candidate as the judge would have it: as it is, with another kind, or not at all."""
    verdict = verdicts(candidate.head.doc).get(candidate.head.i)
    if verdict is None:
        return candidate
    if verdict.event < weights().drops:
        return None
    if verdict.kind == candidate.kind or verdict.sure < weights().changes_kind:
        return candidate
    if verdict.kinds[candidate.kind] * _FAR_LESS > verdict.sure:
        return candidate
    entry = _entry(" ".join(candidate.entry.words), candidate.entry.pos, verdict.kind)
    return candidate if entry is None else Candidate(candidate.head, candidate.tokens, entry)


def with_judged_roles(candidate: Candidate, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Give the arguments, and for each role that nobody has the actor of the sentence to whom the judge gives it.

    Participants are two: where the rules found two, nobody is added.
    """
    head = candidate.head
    verdict = verdicts(head.doc).get(head.i)
    if verdict is None:
        return arguments
    filled, named = {a.role for a in arguments}, {a.mention.actor.name for a in arguments}
    start, more = head.sent.start_char, []
    for actor in actors(head.doc):
        chances = verdict.roles.get((actor.start - start, actor.end - start))
        if chances is None or actor.actor.name in named:
            continue
        best = max(chances, key=lambda name: chances[name])
        equal = KINDS[candidate.kind].relation == "equal"
        if best == _NO_ROLE or chances[best] < (weights().fills_side if equal else weights().fills_role):
            continue
        role = Role.PARTICIPANT if equal else Role(best)
        if role in filled and (role is not Role.PARTICIPANT or len(named) > 1):
            continue
        more.append(Argument(role, actor))
        named.add(actor.actor.name)
    return (*arguments, *more)
