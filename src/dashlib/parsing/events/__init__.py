"""Events: triggers from the lexicon, their kinds, and who plays which role: the component `dashlib_events`."""

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing.annotations import verdicts
from dashlib.parsing.events.arguments import arguments
from dashlib.parsing.events.candidates import Candidate, candidates
from dashlib.parsing.events.echoes import with_echoes
from dashlib.parsing.events.filters import reported
from dashlib.parsing.events.found import Found
from dashlib.parsing.events.grammar import hyphened
from dashlib.parsing.events.hosts import with_host
from dashlib.parsing.events.intents import first_status
from dashlib.parsing.events.judged import judged, proposed, with_judged_roles
from dashlib.parsing.events.kinds import settle
from dashlib.parsing.events.modes import mode_of
from dashlib.parsing.events.nested import one_each
from dashlib.parsing.events.principals import with_principals
from dashlib.parsing.events.turns import demanded, denied, joined, refused
from dashlib.types import Mention

__all__ = ["find_events"]

_BASE_CONFIDENCE = 0.5
_STEP = 0.1
_REACH = 6


@Language.component("dashlib_events")
def find_events(doc: Doc) -> Doc:
    """Set `doc._.mentions`: one Mention an event and clause, in text order."""
    turns = [*demanded(doc), *joined(doc)]
    taken = {c.head.i for c in turns}
    entries = [c for c in candidates(doc) if c.head.i not in taken]
    kept = [j for c in entries if (j := judged(c)) is not None]
    found = [f for c in (*turns, *map(refused, kept)) if (f := _found(c)) is not None]
    found += [
        f for c in proposed(doc, (*turns, *entries), found) if (f := _found(refused(c))) is not None and f.arguments
    ]
    told = one_each(found)
    denials = denied(doc, told)
    taken = {d.head.i for d in denials}
    told = sorted((*(f for f in told if f.head.i not in taken), *denials), key=lambda f: f.head.i)
    doc._.mentions = tuple(_mention(f) for f in with_echoes(told))
    return doc


def _found(candidate: Candidate) -> Found | None:
    roles = with_judged_roles(candidate, with_principals(candidate, with_host(candidate, arguments(candidate))))
    if not reported(candidate, roles):
        return None
    kind, why = settle(candidate, roles)
    status, cues = first_status(candidate)
    return Found(
        candidate=candidate,
        kind=kind,
        mode=mode_of(candidate, kind),
        arguments=roles,
        status=status,
        cues=(candidate.entry.rule, *why, *cues),
    )


def _shown(candidate: Candidate) -> list[int]:
    """Give the tokens of the trigger, with the light verb that stands close before it ("launched a ... strike")."""
    tokens = sorted(t.i for word in candidate.tokens for t in (*hyphened(word), word))
    verb, _ = candidate.governing
    if candidate.light and verb is not None and 0 < tokens[0] - verb.i <= _REACH:
        return [verb.i, *tokens]
    return tokens


def _mention(found: Found) -> Mention:
    tokens = _shown(found.candidate)
    filled = len({a.role for a in found.arguments})
    verdict = verdicts(found.head.doc).get(found.head.i)
    return Mention(
        head=found.head.i,
        trigger=(tokens[0], tokens[-1] + 1),
        kind=found.kind,
        rule=found.candidate.entry.rule,
        mode=found.mode,
        arguments=found.arguments,
        status=found.status,
        judged=None if verdict is None else verdict.kinds[found.kind],
        confidence=_BASE_CONFIDENCE + _STEP * filled,
        cues=found.cues,
    )
