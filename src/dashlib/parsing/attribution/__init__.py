"""The component `dashlib_attribution`: whose word an event rests on, empty where the article itself asserts it."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from dashlib.codebook.reporting import ANNOUNCING, DENYING, PERFORMING, SILENT
from dashlib.codebook.statuses import in_group
from dashlib.parsing.annotations import actors, mentions
from dashlib.parsing.attribution.claimants import claim_of, claimants
from dashlib.parsing.attribution.quotes import Quote, header_of, quotations, speaker_of
from dashlib.parsing.attribution.scope import source_of
from dashlib.parsing.status.grammar import past, perfect
from dashlib.types import Argument, Claim, Mention, Role, Status

__all__ = ["component"]


def _claims(nouns: Iterable[Token]) -> tuple[Claim, ...]:
    found = (claim_of(n) for n in nouns)
    return tuple(dict.fromkeys(c for c in found if c is not None))


def _doers(mention: Mention) -> tuple[Argument, ...]:
    return tuple(a for a in mention.arguments if a.role is not Role.RECIPIENT)


def _tells_of_a_deed(cue: Token) -> bool:
    """Whether what a verb announces is told as done ("announced that it had entered the town")."""
    clauses = (c for c in cue.children if c.dep_ == "ccomp")
    return any(past(c) or any(perfect(c, tense=t) for t in ("VBD", "VBZ", "VBP")) for c in clauses)


def _own_word(mention: Mention, claim: Claim, cue: Token) -> bool:
    """Whether a claim only says that the doer of a speech act, or of an act made by word, spoke."""
    doers = _doers(mention)
    itself = any(claim.name == a.mention.actor.name for a in doers)
    if not itself or mention.status is Status.DENIED:
        return False
    if in_group(mention.kind, "speech"):
        return True
    performed = cue.lemma_ in PERFORMING and not _tells_of_a_deed(cue)
    return performed and not any(a.mention.actor.type == "person" for a in doers)


def _announcer(doc: Doc, mention: Mention) -> tuple[Claim, ...]:
    """Give the official who announces a state's act by the trigger's own verb (codebook, settled point 14)."""
    if in_group(mention.kind, "speech") or in_group(mention.kind, "gathering"):
        return ()
    verb = next((t for t in doc[slice(*mention.trigger)] if t.lemma_ in ANNOUNCING and t.pos_ == "VERB"), None)
    doers = {a.mention.actor.name for a in _doers(mention) if a.mention.actor.type != "person"}
    claims = _claims(claimants(verb)) if verb is not None else ()
    people = {a.actor.name for a in actors(doc) if a.actor.type == "person"}
    return tuple(c for c in claims if c.name in people - doers)


def _found(doc: Doc, mention: Mention, quotes: tuple[Quote, ...]) -> tuple[tuple[Claim, ...], Token]:
    """Give the claims of the nearest source: a header over all, the sentence, the quotation around it."""
    head = doc[mention.head]
    header = header_of(doc, head.i)
    if header is not None:
        return _claims([header]), head
    if mention.status is Status.DENIED and head.lemma_ in DENYING:
        return _claims(claimants(head)), head
    source = source_of(head, frozenset(range(*mention.trigger)) | {mention.head})
    claims = _claims(source.who) if source else ()
    if claims and source:
        return claims, source.cue
    return _claims(speaker_of(doc, head.i, quotes)) or _announcer(doc, mention), head


def _asserted(head: Token) -> bool:
    """Whether a state is what a clause asserts; as a noun or in a relative clause it is taken for granted."""
    return head.pos_ == "VERB" and head.dep_ not in {"relcl", "acl", "amod"}


def _attributed(doc: Doc, mention: Mention, quotes: tuple[Quote, ...]) -> Mention:
    if in_group(mention.kind, "state") and not _asserted(doc[mention.head]):
        return mention
    found, cue = _found(doc, mention, quotes)
    claims = tuple(c for c in found if c.text.lower() not in SILENT and not _own_word(mention, c, cue))
    if not claims:
        return mention
    reasons = dict.fromkeys((*mention.cues, f"claimed by {', '.join(c.name for c in claims)}"))
    return replace(mention, claims=claims, cues=tuple(reasons))


@Language.component("dashlib_attribution")
def component(doc: Doc) -> Doc:
    """Replace each mention with one that carries its claimants."""
    quotes = quotations(doc)
    doc._.mentions = tuple(_attributed(doc, m, quotes) for m in mentions(doc))
    return doc
