"""The judge alone: its verdicts as mentions, without the lexicon and the rules of `parsing.events` and `parsing.status`.

For measuring what the encoder knows by itself (`dashlib evaluate --judge alone`); no reader of articles uses it. Every word
that the judge was asked of (verbs, and nouns known as triggers, in sentences that name an actor or a place) is a mention
where it finds an event likelier than none; kind, status and roles are its best guesses. Where two words of a sentence
tell one kind with the same actors ("held talks"), the surer one stands. Actors, dates, places, attribution and numbers
come from their own components: the judge does not speak of them.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing import annotations, pipeline
from dashlib.parsing.events.judged import JUDGED
from dashlib.types import ActorMention, Argument, Mention, Role, Status, Verdict

__all__ = ["COMPONENTS", "component"]

_EVENT = 0.5
_NO_ROLE = "other"

COMPONENTS = tuple(
    "dashlib_alone" if name == "dashlib_events" else name for name in pipeline.COMPONENTS if name != "dashlib_status"
)


def _roles(doc: Doc, i: int, verdict: Verdict) -> tuple[Argument, ...]:
    start = doc[i].sent.start_char
    best: dict[str, tuple[float, Role, ActorMention]] = {}
    for actor in annotations.actors(doc):
        chances = verdict.roles.get((actor.start - start, actor.end - start), {_NO_ROLE: 1.0})
        role = max(chances, key=lambda name: chances[name])
        known = best.get(actor.actor.name)
        if role != _NO_ROLE and (known is None or known[0] < chances[role]):
            best[actor.actor.name] = (chances[role], Role(role), actor)
    return tuple(Argument(role, actor) for _, role, actor in best.values())


def _mention(doc: Doc, i: int, verdict: Verdict) -> Mention:
    return Mention(
        head=i,
        trigger=(i, i + 1),
        kind=verdict.kind,
        rule=f"{JUDGED} {doc[i].lemma_.lower()!r} as {verdict.kind}",
        arguments=_roles(doc, i, verdict),
        status=Status(max(verdict.statuses, key=lambda name: verdict.statuses[name])),
        judged=verdict.sure,
    )


def _told(doc: Doc) -> Iterator[Mention]:
    """Give a mention for each word that tells an event, the surest first, none that repeats a surer one."""
    seen: set[object] = set()
    likely = [(v, i) for i, v in annotations.verdicts(doc).items() if v.event >= _EVENT]
    for verdict, i in sorted(likely, key=lambda pair: -pair[0].sure):
        mention = _mention(doc, i, verdict)
        names = frozenset(a.mention.actor.name for a in mention.arguments)
        told = (doc[i].sent.start, mention.kind, names)
        if told not in seen:
            seen.add(told)
            yield mention


@Language.component("dashlib_alone")
def component(doc: Doc) -> Doc:
    """Set `doc._.mentions` from `doc._.verdicts`, in text order."""
    doc._.mentions = tuple(sorted(_told(doc), key=lambda m: m.head))
    return doc
