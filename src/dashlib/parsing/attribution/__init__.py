"""The component `dashlib_attribution`: whose word an event rests on, empty where the article itself asserts it."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from dashlib.codebook.reporting import PERFORMING
from dashlib.codebook.statuses import in_group
from dashlib.parsing.annotations import mentions
from dashlib.parsing.attribution.claimants import claim_of
from dashlib.parsing.attribution.quotes import Quote, header_of, quotations, speaker_of
from dashlib.parsing.attribution.scope import source_of
from dashlib.types import Claim, Mention, Role, Status

__all__ = ["component"]


def _claims(nouns: Iterable[Token]) -> tuple[Claim, ...]:
    found = (claim_of(n) for n in nouns)
    return tuple(dict.fromkeys(c for c in found if c is not None))


def _own_word(mention: Mention, claim: Claim, cue: Token) -> bool:
    """Whether a claim only says that the doer of a speech act, or of an act made by word, spoke."""
    doers = {a.mention.actor.name for a in mention.arguments if a.role is not Role.RECIPIENT}
    spoken = {a.mention.first for a in mention.arguments if a.role is not Role.RECIPIENT}
    itself = claim.name in doers or claim.first in spoken
    return (
        itself
        and mention.status is not Status.DENIED
        and (in_group(mention.kind, "speech") or cue.lemma_ in PERFORMING)
    )


def _attributed(doc: Doc, mention: Mention, quotes: tuple[Quote, ...]) -> Mention:
    head = doc[mention.head]
    source = source_of(head, frozenset(range(*mention.trigger)) | {mention.head})
    cue = source.cue if source else head
    claims = _claims(source.who) if source else ()
    if not claims:
        claims = _claims(speaker_of(doc, head.i, quotes))
    if not claims:
        header = header_of(doc, head.i)
        claims = _claims([header]) if header is not None else ()
    claims = tuple(c for c in claims if not _own_word(mention, c, cue))
    if not claims:
        return mention
    return replace(mention, claims=claims, cues=(*mention.cues, f"claimed by {', '.join(c.name for c in claims)}"))


@Language.component("dashlib_attribution")
def component(doc: Doc) -> Doc:
    """Replace each mention with one that carries its claimants."""
    quotes = quotations(doc)
    doc._.mentions = tuple(_attributed(doc, m, quotes) for m in mentions(doc))
    return doc
