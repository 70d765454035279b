"""Dates of mentions that no expression dates: inherited from what was told before, or the freshness of the report."""

import datetime as dt
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from dashlib.codebook.tables import read_toml
from dashlib.parsing.dates.attachment import Owners, clause_verb, of_one_event, words
from dashlib.types import Interval, Mention, Precision, Status, Timex

__all__ = ["Narrative", "fresh_interval", "narrative"]

_NON_FINITE = frozenset({"VBG", "VBN", "VB"})
_PRESENT = frozenset({"VBZ", "VBP"})
_CLOSE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.DAY, Precision.PART, Precision.MONTH})
_BACKGROUND_CLAUSES = frozenset({"relcl", "acl"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_CARRIERS = frozenset({"in", "with", "by", "during"})
_OCCASIONS = frozenset({"during"})
_HELPERS = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CHAIN = 4
_STOPS = tuple(".!?…\"”’')")
_DAY = dt.timedelta(days=1)

Narrative = tuple[tuple[int, Timex], ...]


def _helpers(verb: Token) -> frozenset[str]:
    """Give the auxiliaries of a verb; a participle joined to another shares those of the first ("has sent and supplied")."""
    own = frozenset(t.lower_ for t in verb.children if t.dep_ in _HELPERS)
    return own or (_helpers(verb.head) if _joined(verb) else own)


def _joined(verb: Token) -> bool:
    """Whether a form that may be a participle goes on with one, and has no subject of its own."""
    alone = verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not any(c.dep_ in _SUBJECTS for c in verb.children)
    return alone and (verb.tag_ == "VBN" or verb.lower_.endswith("ed"))


def _told_past(verb: Token) -> bool:
    """Whether a verb tells the past: simple past, or a passive in it.

    A participle that has a subject and no auxiliary is a simple past misread ("The ministry voiced concern").
    """
    if verb.tag_ == "VBN" and not _helpers(verb) and verb.dep_ in _MAIN:
        return any(c.dep_ == "nsubj" for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(_helpers(verb) & {"was", "were"}))


def _past(interval: Interval, published: Interval) -> Interval | None:
    """Give what of an interval lies before the end of publication; None where it may all lie ahead."""
    if interval.start is None or (published.start is not None and interval.start > published.start):
        return None
    late = published.end is not None and (interval.end is None or interval.end > published.end)
    return interval._replace(end=published.end) if late else interval


def narrative(owners: Owners, published: Interval) -> Narrative:
    """Give the dates of the story: those of main clauses in the past, with the token where each stands."""
    story = []
    for timex, verb in owners.loose:
        interval = _past(timex.interval, published)
        if interval and interval.precision in _CLOSE and _told_past(verb) and verb.dep_ in _MAIN:
            story.append((timex.first, timex._replace(interval=interval)))
    return tuple(story)


def _background(head: Token, verb: Token) -> bool:
    """Whether a mention is told in passing: perfect tense, a relative clause, "earlier", "already"."""
    if _helpers(verb) & words("perfect") or verb.dep_ in _BACKGROUND_CLAUSES:
        return True
    if _linked(verb):
        return True
    return any(t.lower_ in words("background") for t in (*verb.children, *head.children))


def inherited(doc: Doc, mention: Mention, story: Narrative, before: Iterable[Mention]) -> tuple[Interval, str] | None:
    """Give the date that an undated mention takes over from an earlier sentence, and its words."""
    if mention.status is Status.PLANNED:
        trip = _same_trip(mention, before)
        return None if trip is None else (trip.interval, trip.date_text)
    if mention.status is Status.DENIED:
        deed = next((m for m in reversed(list(before)) if m.kind == mention.kind and m.interval.known), None)
        return None if deed is None else (deed.interval, deed.date_text)
    if mention.status is not Status.HAPPENED or mention.kind in words("states"):
        return None
    head = doc[mention.head]
    verb = clause_verb(head)
    sentence = head.sent
    if verb.tag_ in _PRESENT and head == verb and mention.kind in words("speech"):
        return None
    same = _same_event(mention, sentence, before) or _conversation(doc, mention, before)
    if same is not None:
        return same.interval, same.date_text
    follows = _told_past(verb) or verb.tag_ in _NON_FINITE or not _root_present(sentence)
    if _background(head, verb) or not follows:
        return None
    starts = [s.start for s in doc.sents]
    here = starts.index(sentence.start)
    first = starts[max(here - int(read_toml("dating.toml")["reach"]), 0)]
    found = [t for at, t in story if first <= at < sentence.start and _spoken_then(mention, t, before)]
    if not found or (head != verb and not _carried(head, verb)):
        return None
    return found[-1].interval, found[-1].text


def _spoken_then(mention: Mention, timex: Timex, before: Iterable[Mention]) -> bool:
    """Whether the day of the story may date a mention: words about a deed come later, words in a talk on its day."""
    if mention.kind not in words("speech"):
        return True
    talks = [m for m in before if m.timex is not None and m.timex.start == timex.start]
    return any(m.kind in words("conversation") and not (m.arguments and mention.arguments) for m in talks)


def _same_event(mention: Mention, sentence: Span, before: Iterable[Mention]) -> Mention | None:
    """Give an earlier mention of the same kind and the same actors that has a date of its own."""
    ours = {a.mention.actor.actor_id for a in mention.arguments}
    for other in before:
        theirs = {a.mention.actor.actor_id for a in other.arguments}
        alike = other.kind == mention.kind and ours and ours <= theirs
        if alike and other.timex is not None and other.head < sentence.start and other.status is mention.status:
            return other
    return None


def _same_trip(mention: Mention, before: Iterable[Mention]) -> Mention | None:
    """Give the dated journey or meeting on which another is planned: the same traveller in the same country."""
    if mention.kind not in words("conversation"):
        return None
    ours = {a.mention.actor for a in mention.arguments}
    found = None
    for other in before:
        theirs = {a.mention.actor for a in other.arguments}
        travellers = {a for a in ours & theirs if a.type == "person"}
        hosts = {a.country for a in ours - travellers} & {a.country for a in theirs - travellers} - {""}
        alike = other.kind in words("conversation") and other.status is Status.PLANNED and other.timex is not None
        if alike and travellers and hosts:
            found = other
    return found


def _conversation(doc: Doc, mention: Mention, before: Iterable[Mention]) -> Mention | None:
    """Give the dated talk in which an act of speech was done: the last before it with one of its actors."""
    if mention.kind not in words("speech"):
        return None
    ours = {a.mention.actor.actor_id for a in mention.arguments}
    reach = int(read_toml("dating.toml")["reach"])
    starts = [s.start for s in doc.sents]
    first = starts[max(starts.index(doc[mention.head].sent.start) - reach, 0)]
    told = None
    for other in before:
        theirs = {a.mention.actor.actor_id for a in other.arguments}
        talk = other.kind in words("conversation") and other.status is Status.HAPPENED and other.timex is not None
        if talk and ours & theirs and other.head >= first and other.interval.precision is Precision.DAY:
            told = other
    return told


def _root_present(sentence: Span) -> bool:
    """Whether a sentence is told in the present: "Russia launches drones", "two are killed", "France has appealed"."""
    root = sentence.root
    if root.tag_ in _PRESENT:
        return root.lemma_ != "be"
    helpers = _helpers(root)
    return root.tag_ == "VBN" and bool(helpers & {"is", "are"})


def _chronicle(doc: Doc) -> bool:
    """Whether a text tells its day in the present tense from its first sentence on, as chronicles do.

    A headline, which is in the present everywhere, is no sentence: it has no full stop.
    """
    first = next((s for s in doc.sents if s.root.pos_ in {"VERB", "AUX"} and len(s) > 5 and _stopped(s)), None)
    return first is not None and _root_present(first)


def _stopped(sentence: Span) -> bool:
    return sentence.text.rstrip().endswith(_STOPS)


def fresh_interval(doc: Doc, mention: Mention, published: Interval) -> Interval | None:
    """Give the days of a fresh report without a date; None where the mention is no fresh report.

    A chronicle in the present tense tells the day of publication; other fresh reports the day before or that day.
    """
    head = doc[mention.head]
    verb = clause_verb(head)
    if mention.kind in words("states") or not published.known:
        return None
    if mention.status is Status.ONGOING and _under_way(head, verb):
        return Interval(published.start - _DAY if published.start else None, published.end, Precision.DAY)
    if mention.status is not Status.HAPPENED and not (mention.status is Status.CANCELLED and _called_off(verb)):
        return None
    if _of_the_day(doc, head, verb):
        return Interval(published.start, published.end, Precision.DAY)
    if not _news(doc, mention, head, verb):
        return None
    return Interval(published.start - _DAY if published.start else None, published.end, Precision.DAY)


def _under_way(head: Token, verb: Token) -> bool:
    """Whether a main clause in the present progressive tells of the day ("is touring the region")."""
    return (
        head == verb and verb.tag_ == "VBG" and verb.dep_ in _MAIN and bool(_helpers(verb) & {"is", "are", "'s", "’s"})
    )


def _called_off(verb: Token) -> bool:
    """Whether a verb calls something off, rather than telling that it failed."""
    return verb.lemma_ in words("calling_off") and not any(c.dep_ == "neg" for c in verb.children)


def _of_the_day(doc: Doc, head: Token, verb: Token) -> bool:
    """Whether a chronicle in the present tense tells it as the news of its day."""
    sentence = head.sent
    present = _root_present(sentence) or (_perfect(sentence.root) and not _passing(sentence.root, sentence.root))
    if not present or not _chronicle(doc) or not _foreground(head):
        return False
    return verb == sentence.root or not _passing(head, verb)


def _perfect(verb: Token) -> bool:
    """Whether a verb is in the present perfect."""
    helpers = _helpers(verb)
    return bool(helpers & words("present_perfect")) and not helpers & {"had"} and not _helpers(verb) & words("modals")


def _passing(head: Token, verb: Token) -> bool:
    """Whether it is told in passing, the present perfect aside."""
    if "had" in _helpers(verb) or verb.dep_ in _BACKGROUND_CLAUSES - {"acl"}:
        return True
    if _linked(verb) and verb.tag_ not in _PRESENT:
        return True
    return any(t.lower_ in words("background") for t in (*verb.children, *head.children))


def _news(doc: Doc, mention: Mention, head: Token, verb: Token) -> bool:
    """Whether a report tells it as its news: in the past, or in the perfect where the report begins."""
    if _perfect(verb) and _lead(doc, head.sent) and mention.kind not in words("lasting"):
        return not _passing(head, verb) and verb.dep_ in _MAIN and head == verb
    if _reported_deed(mention, head, verb):
        return True
    if _background(head, verb):
        return False
    finite = _finite(verb)
    told = _told_past(finite) or (verb.tag_ in _PRESENT and mention.kind in words("speech"))
    return told and not _background(finite, finite) and (head == verb or _carried(head, verb))


def _lead(doc: Doc, sentence: Span) -> bool:
    """Whether a sentence is the first with a verb at its root."""
    return next((s.start for s in doc.sents if s.root.pos_ in {"VERB", "AUX"}), -1) == sentence.start


def _reported_deed(mention: Mention, head: Token, verb: Token) -> bool:
    """Whether a party reports a deed in the past perfect only because it "said": "said it had shot down a drone"."""
    if mention.kind not in words("deeds") or head != verb or "had" not in _helpers(verb) or verb.dep_ != "ccomp":
        return False
    above = verb.head
    told = above.lemma_ in words("reporting") and _told_past(above) and above.dep_ in _MAIN
    return told and not any(t.lower_ in words("background") for t in verb.children)


def _finite(verb: Token) -> Token:
    """Give the finite verb with whose time a participle or infinitive goes: "Meeting in Oslo, they asked"."""
    for _ in range(_CHAIN):
        linked = any(
            c.dep_ in {"mark", "prep"} and c.lower_ in words("linking") and c.i < verb.i for c in verb.children
        )
        free = (verb.tag_ == "VBG" and verb.dep_ == "advcl") or (verb.tag_ in _NON_FINITE and verb.dep_ == "xcomp")
        if _helpers(verb) & {"was", "were"} or not free or linked or verb.head.pos_ not in {"VERB", "AUX"}:
            break
        verb = verb.head
    return verb


def _foreground(head: Token) -> bool:
    """Whether a mention is part of what its sentence tells as the news of the day, and no aim or background of it."""
    token = head
    while token.head != token:
        aim = token.tag_ == "VB" and "to" in _helpers(token) and token.dep_ != "xcomp"
        away = token.dep_ == "prep" and token.lower_ not in _CARRIERS
        if (
            (token.dep_ in _BACKGROUND_CLAUSES and not _along(token))
            or aim
            or away
            or (token.tag_ not in _PRESENT and _linked(token))
        ):
            return False
        token = token.head
    return True


def _along(verb: Token) -> bool:
    """Whether a participle on a noun tells what goes along with the news: "forces backed by air strikes"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in words("along")


def _linked(verb: Token) -> bool:
    """Whether a clause tells of another time; "killed after X was hit" is one event."""
    if of_one_event(verb):
        return False
    return any(c.dep_ == "mark" and c.lower_ in words("linking") for c in verb.children)


def _carried(head: Token, verb: Token) -> bool:
    """Whether a noun is the event its verb tells: "launched an attack", "an attack killed five", "killed in a raid"."""
    if head.dep_ in {"dobj", "obj", "attr"}:
        return verb.lemma_ in words("light") or (verb.lemma_ in words("calling_off") and verb.dep_ != "relcl")
    if head.dep_ == "pobj" and head.head.lower_ in _CARRIERS and head.head.head == verb:
        return verb.lemma_ in words("harm") or (head.head.lower_ in _OCCASIONS and _told_past(verb))
    return head.dep_ in {"nsubj", "nsubjpass"} and _told_past(verb)
