"""Settles titles: the person named after one, the holder of the office on the day, the person in apposition."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from spacy.tokens import Token

from dashlib.codebook.context import cues
from dashlib.codebook.offices import Person, Title, titles
from dashlib.codebook.spelling import pieces
from dashlib.parsing.actors.draft import Draft, Titled
from dashlib.parsing.actors.phrases import Phrase, coordinated, coordinated_after
from dashlib.types import Actor, ActorMention

__all__ = ["alike", "country_of", "read_plural", "read_title"]

_HEADS = frozenset({"chief", "leader", "commander", "head", "director", "president"})
_NAME = frozenset({"PROPN", "X"})
_NEVER = frozenset({"DATE", "TIME", "NORP", "LOC", "CARDINAL", "ORDINAL", "MONEY"})
_NO_NAME = _NEVER | {"GPE", "ORG"}
_LONGEST = 7
# Transliterations of one surname share this much of their letters (difflib's ratio).
_ALIKE = 0.75
_PARTICLES = frozenset({"-", "bin", "bint", "ibn", "al", "el", "von", "van", "der", "de", "da", "di", "la", "le"})


def country_of(draft: Draft, phrase: Phrase) -> str:
    """Give the alpha-3 code of the state or body that a phrase is of, or nothing."""
    if phrase.mark is not None and phrase.mark.key in draft.book.states:
        return draft.book.states[phrase.mark.key].actor.country
    if phrase.owner is not None:
        return phrase.owner.actor.country
    return country_of(draft, phrase.before) if phrase.before else ""


def _name_after(draft: Draft, at: int, *, owned: bool = False) -> tuple[int, int] | None:
    """Give the tokens of an unknown name that starts at a token: a run of capitalised proper nouns.

    One word that spaCy takes for a place or body is a name only after a title of a state (`owned`).
    """
    at = _past_honorifics(draft, at)
    last = at
    while last < len(draft.doc) and last - at < _LONGEST and _namelike(draft, draft.tokens[last]):
        last += 1
    while last > at and draft.tokens[last - 1].pos_ not in _NAME:
        last -= 1
    entities = {t.ent_type_ for t in draft.doc[at:last]}
    if last == at or entities & _NEVER or (last - at == 1 and entities & _NO_NAME and not owned):
        return None
    return at, last


def _past_honorifics(draft: Draft, at: int) -> int:
    """Skip "Sheikh", "Sir" and the like, where a name follows."""
    while at + 1 < len(draft.tokens) and _namelike(draft, draft.tokens[at + 1]):
        title = titles().get((draft.tokens[at].lower_,))
        if title is None or title.rank:
            break
        at += 1
    return at


def _namelike(draft: Draft, token: Token) -> bool:
    if token.text in _PARTICLES:
        return True
    capital = token.pos_ in _NAME and token.text[:1].isupper() and (token.lower_,) not in titles()
    return capital and draft.free(token.i, token.i + 1) and token.i not in draft.marks


def _unknown(draft: Draft, phrase: Phrase, title: Title, span: tuple[int, int]) -> None:
    """Add a person whom the codebook lacks, with the country and sector of the title."""
    name = " ".join(draft.doc[span[0] : span[1]].text.split())
    sector = phrase.owner.actor.sector if phrase.owner and title.sector == "GOV" else title.sector
    holder = _holder(draft, _rooted(phrase), title)
    same = holder is not None and alike(name, holder)
    actor = holder.actor(draft.day) if holder and same else draft.person(name, country_of(draft, phrase), sector)
    draft.add(phrase.start, span[1], actor, "entity")
    _remember(draft, actor, title)


def _rooted(phrase: Phrase) -> Phrase:
    """Give the phrase with the owner of the title that it goes on, where it has none itself."""
    while phrase.before is not None and phrase.mark is None and phrase.owner is None:
        phrase = phrase._replace(mark=phrase.before.mark, owner=phrase.before.owner, before=phrase.before.before)
    return phrase


def alike(name: str, person: Person) -> bool:
    """Whether a surname may be another spelling of the person's ("Dabaiba", "Dbeibah")."""
    last = pieces(name)[-1].lower()
    return any(SequenceMatcher(None, last, p.lower()).ratio() >= _ALIKE for p in pieces(person.name)[1:])


def _remember(draft: Draft, actor: Actor, title: Title) -> None:
    draft.titles[actor.name] = title.phrase
    if title.gender:
        draft.genders.setdefault(actor.name, title.gender)


def _follows(draft: Draft, phrase: Phrase, title: Title) -> bool:
    """Attach the title to the name right after it, if there is one."""
    at = phrase.last if phrase.left else phrase.stop
    known = draft.mention(at)
    if known is not None:
        if known.actor.type != "person" or known.first != at:
            return False
        draft.add(phrase.start, known.last, known.actor, known.how)
        _remember(draft, known.actor, title)
        return True
    span = _name_after(draft, phrase.last, owned=phrase.mark is not None and title.rank in {1, 2})
    if span is None or (phrase.mark and not phrase.left):
        return False
    if span[1] - span[0] == 1:
        draft.consume(phrase.start, span[1])
        draft.spent.update(range(phrase.start, span[0]))
        holder = _holder(draft, _rooted(phrase), title)
        draft.waiting[span[0]] = Titled(title, country_of(draft, phrase), phrase.start, holder)
        return True
    _unknown(draft, phrase, title, span)
    return True


def _in_office(draft: Draft, phrase: Phrase) -> bool:
    """Whether nothing before the phrase says that the office is no longer or not yet held."""
    after = draft.token(phrase.last)
    if after is not None and after.text == "-":
        return False
    near = draft.doc[max(0, phrase.start - 2) : phrase.first]
    return not any(t.lower_ in cues().not_in_office for t in near)


def _bodies(draft: Draft, owner: Actor, title: Title) -> Iterator[str]:
    """Give the names of an office of a body as the tables write them ("nato chief", "hamas leader")."""
    for name in (owner.name, *draft.book.aliases.get(owner.name, ())):
        heads = ("chief", "leader", "commander") if {*title.offices, title.phrase} & _HEADS else ()
        for office in (*title.offices, title.phrase, *heads):
            yield f"{name} {office}".lower()


def _holder(draft: Draft, phrase: Phrase, title: Title) -> Person | None:
    book, day = draft.book, draft.day
    if phrase.owner is not None:
        countries = dict.fromkeys((phrase.owner.actor.country, ""))
        names = tuple(_bodies(draft, phrase.owner.actor, title)) if title.rank <= 2 or title.offices else ()
        return next((p for c in countries for o in names if (p := book.holder(c, o, day))), None)
    if phrase.mark is None or phrase.mark.key not in book.states or phrase.place or _qualified(draft, phrase, title):
        return None
    state = book.states[phrase.mark.key]
    for office in title.offices:
        wanted = state.leader if office == "leader" else office
        person = book.holder(state.actor.country, wanted, day)
        if person is not None:
            return person
    return None


def _qualified(draft: Draft, phrase: Phrase, title: Title) -> bool:
    """Whether a noun between state and title makes it a lesser office ("Ruritanian army leader")."""
    between = draft.doc[phrase.mark.last : phrase.first] if phrase.mark and phrase.left else ()
    return title.rank == 1 and any(t.pos_ in {"NOUN", "PROPN"} for t in between)


def _apposed(draft: Draft, phrase: Phrase) -> ActorMention | None:
    """Give the person in apposition to the title, on either side ("Ivo Blank, Ruritania's foreign minister,")."""
    after, before = phrase.last, phrase.start - 1
    if (t := draft.token(after)) is not None and t.text == ",":
        after += 1
    while (t := draft.token(before)) is not None and (t.text == "," or t.lower_ in {"the", "a", "an"}):
        before -= 1
    for i in (after, before if before < phrase.start - 1 else -1):
        mention = (draft.mention(i) or _entity(draft, i)) if 0 <= i < len(draft.doc) else None
        if mention is not None and mention.actor.type == "person":
            return mention
    return None


def _entity(draft: Draft, i: int) -> ActorMention | None:
    """Make a mention of an unknown person of several words at a token: a run of proper nouns in capitals."""
    if not _bare_name(draft, i):
        return None
    first, last = i, i + 1
    while first and _bare_name(draft, first - 1):
        first -= 1
    while last < len(draft.doc) and _bare_name(draft, last):
        last += 1
    if not 1 < last - first <= _LONGEST:
        return None
    draft.add(first, last, draft.person(draft.doc[first:last].text), "entity")
    return draft.mention(i)


def _bare_name(draft: Draft, i: int) -> bool:
    token = draft.tokens[i]
    return _namelike(draft, token) and token.pos_ in _NAME and token.ent_type_ not in _NEVER


def read_title(draft: Draft, phrase: Phrase) -> bool:
    """Settle a phrase as a title; False where it must be read as a role noun or not at all."""
    title = phrase.title
    if title is None:
        return False
    if _follows(draft, phrase, title):
        return True
    if phrase.mark is None and phrase.owner is None:
        return False
    beside = _apposed(draft, phrase)
    if beside is not None and not (beside.first < phrase.stop and phrase.start < beside.last):
        actor = _located(beside.actor, country_of(draft, phrase), title)
        draft.add(beside.first, beside.last, actor, beside.how)
        draft.add(phrase.start, phrase.stop, actor, "title")
        _remember(draft, actor, title)
        return True
    person = _holder(draft, phrase, title) if _in_office(draft, phrase) else None
    if person is None:
        return False
    actor = person.actor(draft.day)
    draft.add(phrase.start, phrase.stop, actor, "title")
    _remember(draft, actor, title)
    return True


def _located(actor: Actor, country: str, title: Title) -> Actor:
    """Give an unknown person the country of the title beside the name."""
    if actor.country or not country:
        return actor
    return actor._replace(country=country, sector=actor.sector or title.sector)


def read_plural(draft: Draft, phrase: Phrase) -> bool:
    """Settle "the Russian and Turkish presidents", "the presidents of Russia and China": a holder for each state.

    False where one is not known. Surnames after the plural ("Presidents Putin and Macron") take the title along.
    """
    if phrase.plural is None:
        return False
    if phrase.mark is None:
        return _share_title(draft, phrase, phrase.plural)
    after = [] if phrase.left else coordinated_after(draft, phrase.mark)
    marks = [*(coordinated(draft, phrase.mark) if phrase.left else ()), phrase.mark, *after]
    people = [_holder(draft, phrase._replace(mark=m, first=m.last), phrase.plural) for m in marks]
    if len(marks) < 2 or not all(people):
        return False
    for mark, person in zip(marks, people, strict=True):
        last = phrase.last if phrase.left and mark is phrase.mark else mark.last
        if person is not None:
            draft.add(mark.first, last, person.actor(draft.day), "title")
    return True


def _share_title(draft: Draft, phrase: Phrase, title: Title) -> bool:
    """Let each surname of a row after a plural title wait with that title."""
    i, found = phrase.last, False
    while i < len(draft.tokens) and (_bare_name(draft, i) or draft.tokens[i].lower_ in {"and", ",", "&"}):
        if _bare_name(draft, i):
            draft.waiting[i] = Titled(title, "", i, None)
            found = True
        i += 1
    return found
