"""Reads the status of a mention: climbs from its trigger to the main clause and adds up what it meets."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dashlib.codebook.statuses import Effect, effect_of, in_group, words
from dashlib.parsing.annotations import article, timexes
from dashlib.parsing.status.clauses import effect_hop, verb_hop
from dashlib.parsing.status.fold import Cue, fold
from dashlib.parsing.status.grammar import is_verb, keys, past
from dashlib.parsing.status.hops import Context, Hop
from dashlib.parsing.status.nouns import noun_cues, noun_hop, preposition_hop
from dashlib.types import Mention, Status, Timex

__all__ = ["read_status"]

_HOPS = 12
_OWN = frozenset({Effect.PLAN, Effect.POSSIBLE, Effect.ANNOUNCE, Effect.LAPSE})
_OFF = _OWN | {Effect.CANCEL, Effect.DENY}
_PROMISES = words("promises")
_BEFORE_NOUN = frozenset({"nummod", "compound", "nmod", "amod", "poss"})
_CARRY = frozenset({"pobj", "npadvmod", "advmod", "prep"})


def _context(doc: Doc, mention: Mention) -> Context:
    inside = frozenset(range(*mention.trigger)) if mention.kind in {"refusal", "threat"} else frozenset()
    return Context(mention.kind, mention.head, inside, article(doc).published, timexes(doc))


def _hop(node: Token, context: Context, *, local: bool) -> Hop:
    if is_verb(node):
        return verb_hop(node, context, local=local)
    if node.dep_ == "prep":
        return preposition_hop(node, node, context)
    if node.pos_ in {"ADJ", "ADV"} and node.dep_ in {"acomp", "advcl", "conj", "oprd", "amod"}:
        return Hop((), node.head if node.dep_ != "advcl" else None)
    return noun_hop(node, context, local=local)


def _climb(head: Token, context: Context) -> Iterator[tuple[Cue | None, Token]]:
    """Yield the cues from the trigger outward, each with the word reached; a bare hop yields None."""
    node: Token | None = head
    local, sheltered, seen = True, False, set[int]()
    while node is not None and node.i not in seen and len(seen) < _HOPS:
        seen.add(node.i)
        hop = _hop(node, replace(context, ignored=context.ignored | seen), local=local)
        yield None, node
        for cue in hop.cues:
            if not sheltered or cue.effect is Effect.DENY:
                yield cue, node
        local, sheltered, node = hop.local, sheltered or hop.sheltered, hop.next


def _trigger_cues(doc: Doc, mention: Mention, context: Context) -> Iterator[Cue]:
    """Read what lies inside the trigger: its noun's phrase, and a word that promises or calls off what it names."""
    head, kind = doc[mention.head], mention.kind
    settled = in_group(kind, "made_by_word") or kind == "concession"
    if not is_verb(head):
        effect = effect_of("noun", "noun", head.lemma_.lower(), kind)
        if in_group(kind, "transfer") and head.lemma_ in _PROMISES and effect in _OWN:
            yield from effect_hop(effect, head.text, head, context).cues
        return
    nouns = [t for t in doc[mention.trigger[0] : mention.trigger[1]] if t.i != head.i and t.pos_ == "NOUN"]
    for cue in (c for n in nouns for c in noun_cues(n, context)):
        if not settled or cue.effect is Effect.NEGATE:
            yield cue
    effects = (effect_of("verb", "object", key, kind) for key in keys(head))
    effect = next((e for e in effects if e), None)
    if effect is Effect.DENY and in_group(kind, "deniable") and kind != "coercion":
        yield Cue(Effect.DENY, f"denied: {head.text}")
    promising = _OWN if head.lemma_ in _PROMISES else frozenset[Effect]()
    calling_off = _OFF if nouns and in_group(kind, "gathering") else frozenset[Effect]()
    if effect is not None and effect in (promising if in_group(kind, "promised") else calling_off):
        yield from effect_hop(effect, head.text, head, context).cues


def _attached(timex: Timex, doc: Doc, head: int, path: frozenset[int]) -> bool:
    """Whether a date hangs on a word of the path, by itself or through prepositions, or stands before the trigger."""
    node = doc[timex.first : timex.last].root
    while node.dep_ == "conj":
        node = node.head
    if node.dep_ in _BEFORE_NOUN:
        return node.head.i == head
    while node.dep_ in _CARRY and node.head.i not in path and node.head.pos_ not in {"VERB", "AUX", "NOUN", "PROPN"}:
        node = node.head
    return node.dep_ in _CARRY and node.head.i in path


def _dated(doc: Doc, mention: Mention, status: Status, path: frozenset[int]) -> Cue | None:
    """Let the date speak: what is to come after publication is planned, what ended before it is not under way."""
    head, published = doc[mention.head], article(doc).published.end
    undated = in_group(mention.kind, "speech") or status not in {Status.HAPPENED, Status.ONGOING}
    if published is None or undated:
        return None
    for timex in timexes(doc):
        start, end = timex.interval.start, timex.interval.end
        if not _attached(timex, doc, mention.head, path):
            continue
        if start and start > published and not (is_verb(head) and past(head)):
            return Cue(Effect.PLAN, f"dated after publication: {timex.text}")
        if status is Status.ONGOING and end and (published - end).days > 1:
            return Cue(Effect.FACT, f"dated before publication: {timex.text}")
    return None


def _standing(doc: Doc, mention: Mention, status: Status) -> bool:
    """Whether the mention names a state that the text leaves standing ("the occupation of …")."""
    head = doc[mention.head]
    told = is_verb(head) and past(head)
    return status is Status.HAPPENED and in_group(mention.kind, "state") and not told


def read_status(doc: Doc, mention: Mention) -> tuple[Status, tuple[str, ...]]:
    """Give the status of a mention and the cues in words, nearest to the trigger first."""
    context = _context(doc, mention)
    cues, path = list(_trigger_cues(doc, mention, context)), set[int]()
    for cue, node in _climb(doc[mention.head], context):
        path.add(node.i)
        if cue is not None:
            cues.append(cue)
    status = fold(cues)
    if _standing(doc, mention, status):
        cues.append(Cue(Effect.ONGOING, "a standing state"))
        status = Status.ONGOING
    given = any(c.effect is Effect.GIVEN for c in cues)
    dated = None if given else _dated(doc, mention, status, frozenset(path))
    if dated is not None:
        status = Status.PLANNED if dated.effect is Effect.PLAN else Status.HAPPENED
        cues.append(dated)
    return status, tuple(dict.fromkeys(c.why for c in cues))
