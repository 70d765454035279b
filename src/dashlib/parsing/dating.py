"""The spaCy component `dashlib_dating`: gives each event mention the date that dates it.

In order (CODEBOOK, "Date" and "What the date dates"): the expression of its own clause, then of its sentence where no
other event owns it, then the days counted from the clause that it hangs on, then the date inherited from what was told
before, then the publication date for a fresh report, else none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.parsing.annotations import article, mentions, timexes
from dashlib.parsing.dates.attachment import Owners, attach, words
from dashlib.parsing.dates.bounding import bounded
from dashlib.parsing.dates.inheritance import Narrative, fresh_interval, inherited, narrative
from dashlib.parsing.dates.offsets import counted
from dashlib.types import Basis, Interval, Mention, Status

__all__ = ["date_mentions", "dated"]

_ABOUT = frozenset({"dobj", "pobj"})


def _own(mention: Mention, owners: Owners, published: Interval) -> Mention | None:
    """Date a mention by an expression of its sentence; None where there is none that its status allows."""
    for timex, settled in owners.of(mention):
        interval = bounded(owners.with_next(timex), mention.status, published, settled=settled)
        if interval.known:
            return replace(mention, timex=timex, interval=interval, date_text=timex.text, date_basis=timex.basis)
    return None


def _undated(doc: Doc, mention: Mention, story: Narrative, before: list[Mention], published: Interval) -> Mention:
    """Date a mention that no expression of its sentence dates."""
    source = inherited(doc, mention, story, before)
    if source is not None:
        interval, text = source
        return replace(mention, interval=interval, date_text=text, date_basis=Basis.INHERITED)
    fresh = fresh_interval(doc, mention, published)
    return mention if fresh is None else replace(mention, interval=fresh, date_basis=Basis.PUBLISHED)


def _spoken_of(doc: Doc, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a past deed is a noun that an act of speech is about ("praised the support"): it is not of that day."""
    head = doc[mention.head]
    if head.pos_ != "NOUN" or head.dep_ not in _ABOUT or mention.status is not Status.HAPPENED:
        return False
    above = head.head if head.dep_ == "dobj" else head.head.head
    return any(m.head == above.i and m.kind in words("speech") and m.kind != mention.kind for m in found)


def _inside(doc: Doc, mention: Mention) -> bool:
    """Whether the expression that dates a noun is part of its own phrase."""
    inside = {t.i for t in doc[mention.head].subtree}
    return mention.timex is not None and not inside.isdisjoint(range(mention.timex.first, mention.timex.last))


def dated(doc: Doc) -> Iterator[Mention]:
    """Give the mentions of a Doc, in order, with their dates."""
    published = article(doc).published
    found = mentions(doc)
    owners = attach(doc, found, timexes(doc))
    story = narrative(owners, published)
    done: list[Mention] = []
    for mention in found:
        bare = replace(mention, timex=None, interval=Interval(), date_text="", date_basis=Basis.NONE)
        own = _own(bare, owners, published)
        if _spoken_of(doc, mention, found):
            done.append(own if own is not None and _inside(doc, own) else bare)
        else:
            done.append(own or _undated(doc, bare, story, done, published))
    yield from _counted(doc, done, owners, published)


def _counted(doc: Doc, told: Sequence[Mention], owners: Owners, published: Interval) -> Iterator[Mention]:
    """Give the mentions, those without a date of their own counted from the clause that they hang on."""
    for mention in told:
        found = None
        if mention.timex is None or mention.timex.kind == "DURATION":
            found = counted(doc, mention, [m for m in told if m is not mention], owners, timexes(doc), published)
        if found is None:
            yield mention
        else:
            interval, text = found
            yield replace(mention, interval=interval, date_text=text, date_basis=Basis.RELATIVE)


@Language.component("dashlib_dating", requires=["doc._.mentions", "doc._.timexes"], assigns=["doc._.mentions"])
def date_mentions(doc: Doc) -> Doc:
    """Date the mentions of a Doc."""
    doc._.mentions = tuple(dated(doc))
    return doc
