"""The actors of one text while they are being found: names that stand, marks still to be read, tokens already taken."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from dashlib.codebook.actors import Codebook
from dashlib.codebook.offices import Person, Title
from dashlib.codebook.spelling import pieces, slug
from dashlib.parsing.layout import date_lines
from dashlib.types import Actor, ActorMention

__all__ = ["Draft", "Mark", "Titled", "Word"]


class Word(NamedTuple):
    """A word as it is compared with the codebook, and the token it is of; tokens without letters have none."""

    text: str
    lower: str
    token: int


class Titled(NamedTuple):
    """What stands before a lone surname: title, its country, its first token, and who holds the office on the day."""

    title: Title
    country: str
    start: int
    holder: Person | None


class Mark(NamedTuple):
    """Tokens [first, last) that name a state, its people or its capital, not yet an actor: `how` is the codebook's."""

    first: int
    last: int
    key: str
    how: str


@dataclass
class Draft:
    """A text in work.

    `marks` are by token; `own` is the state that the text is about, once asked for. `genders` and `titles` are what the
    text shows of its persons, by name; `waiting` holds what stands before a lone surname, by the surname's token,
    and `spent` its tokens; `signers` are those who say "we" in a declaration.
    """

    doc: Doc
    book: Codebook
    day: dt.date | None
    words: list[Word] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)
    mentions: list[ActorMention] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    own: str | None = None
    shared: dict[int, list[ActorMention]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    sentences: list[Span] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)
    waiting: dict[int, Titled] = field(default_factory=dict)
    signers: list[Actor] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Split the text into sentences and words once; a date line names no actor."""
        self.sentences, self.tokens = list(self.doc.sents), list(self.doc)
        line = date_lines(self.doc.text)[1]
        self.words = [Word(p, p.lower(), t.i) for t in self.tokens if t.idx >= line for p in pieces(t.text)]
        self.spent = {t.i for t in self.tokens if t.idx < line}

    def free(self, first: int, last: int) -> bool:
        """Whether no mention covers any of the tokens."""
        return not any(i in self.taken for i in range(first, last))

    def add(self, first: int, last: int, actor: Actor, how: str) -> None:
        """Make the tokens a mention of the actor; mentions that they cover or cut give way, as do marks."""
        for number in {self.taken[i] for i in range(first, last) if i in self.taken}:
            self._drop(number)
        span = self.doc[first:last]
        self.mentions.append(ActorMention(span.start_char, span.end_char, first, last, span.text, actor, how))
        for i in range(first, last):
            self.taken[i] = len(self.mentions) - 1
        self.consume(first, last)

    def share(self, first: int, last: int, actors: Sequence[Actor], how: str) -> None:
        """Make the tokens stand for several actors at once ("the two leaders")."""
        self.add(first, last, actors[0], how)
        main = len(self.mentions) - 1
        self.shared[main] = [self.mentions[main]._replace(actor=actor) for actor in actors[1:]]

    def _drop(self, number: int) -> None:
        old = self.mentions[number]
        for i in range(old.first, old.last):
            if self.taken.get(i) == number:
                del self.taken[i]

    def put(self, mark: Mark) -> None:
        """Set a mark."""
        self.marks.update(dict.fromkeys(range(mark.first, mark.last), mark))

    def mark(self, token: int) -> Mark | None:
        """Give the mark that covers a token."""
        return self.marks.get(token)

    def marked(self, first: int, last: int) -> list[Mark]:
        """Give the marks in tokens [first, last), in order."""
        return list(dict.fromkeys(m for i in range(first, last) if (m := self.marks.get(i))))

    def consume(self, first: int, last: int) -> None:
        """Take the marks of the tokens away: they are read as part of something else."""
        for mark in self.marked(first, last):
            for i in range(mark.first, mark.last):
                del self.marks[i]

    def mention(self, token: int) -> ActorMention | None:
        """Give the mention that covers a token."""
        number = self.taken.get(token)
        return None if number is None else self.mentions[number]

    def kept(self, first: int = 0, last: int | None = None) -> Iterator[ActorMention]:
        """Give the mentions that stand in tokens [first, last), in text order."""
        numbers = (self.taken[i] for i in range(first, len(self.doc) if last is None else last) if i in self.taken)
        for number in dict.fromkeys(numbers):
            yield self.mentions[number]
            yield from self.shared.get(number, ())

    def person(self, name: str, country: str = "", sector: str = "") -> Actor:
        """Give the person of a name in full: the codebook's, where first and last name agree, or one of its own."""
        words = [w for w in pieces(name) if len(w) > 1]
        for short, known in self.book.surnames.get(words[-1].lower(), ()) if len(words) > 1 else ():
            if len(short) == 1 and pieces(known)[0].lower() == words[0].lower() and len(pieces(known)) == 2:
                return self.book.actor(known, self.day)
        return Actor(slug(name), name, "person", country, sector)

    def token(self, i: int) -> Token | None:
        """Give a token, or None past the ends of the text."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None
