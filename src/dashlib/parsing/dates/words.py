"""Cuts a text into the words the grammar runs over. Finer than spaCy's tokens: hyphens and figures are apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from dashlib.parsing.dates.lexicon import BREAK, NUMERIC, OTHER, Lexicon, Value, lexicon

__all__ = ["Word", "Words", "lex"]


class Word(NamedTuple):
    """A word: characters [start, end), its lower-case text and form (a class of figures, or empty)."""

    start: int
    end: int
    text: str
    form: str

    @property
    def value(self) -> Value:
        """Give what the tables say the word stands for, or its text."""
        return lexicon().values.get(self.text, self.text)


class Words(NamedTuple):
    """The words of a text, and their codes as one string of the same length."""

    items: list[Word]
    codes: str


@lru_cache(maxsize=1)
def _lexer() -> re.Pattern[str]:
    abbreviations = sorted((w for w in lexicon().values if "." in w), key=len)
    dotted = "|".join(re.escape(w) for w in reversed(abbreviations))
    forms = "|".join(f"(?P<{name}>{pattern})" for name, pattern in NUMERIC.items())
    forms = forms.replace(r"\1", "(?P=sep)").replace("([/.])", "(?P<sep>[/.])")
    return re.compile(
        rf"(?P<BREAK>\n[ \t]*\n\s*)|(?<![\w.])(?P<ABBR>(?:{dotted})(?!\w))|(?P<OCLOCK>o[’']clock)"
        r"|(?P<QUARTERCODE>q[1-4](?!\w))|(?P<HALFCODE>h[12](?!\w))|(?P<POSS>[’']s\b)"
        rf"|(?P<WORD>[^\W\d_]+)|{forms}|(?P<MARK>[^\s\w]|_+)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _openers() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Give the multi-word entries by first word, the longest first, each with the class it becomes."""
    known = lexicon()
    entries = [(w, "HOLIDAY") for w in known.holidays] + [(w, "") for w in known.names]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, name in sorted(entries, key=lambda e: -len(e[0])):
        found.setdefault(words[0], []).append((words, name))
    return found


def _code(word: Word, known: Lexicon) -> str:
    if word.form == "BREAK":
        return BREAK
    if word.form in known.codes:
        return known.codes[word.form]
    return known.codes.get(word.text, OTHER)


def _merged(items: list[Word]) -> list[Word]:
    """Make one word of each holiday and each name that tells no time."""
    openers = _openers()
    out: list[Word] = []
    i = 0
    while i < len(items):
        word = items[i]
        for words, form in openers.get(word.text, ()):
            if len(words) == 1 or tuple(w.text for w in items[i : i + len(words)]) == words:
                last = items[i + len(words) - 1]
                out.append(Word(word.start, last.end, " ".join(words), form or "NAME"))
                i += len(words)
                break
        else:
            out.append(word)
            i += 1
    return out


def lex(text: str) -> Words:
    """Cut a text into words and their codes."""
    known = lexicon()
    items = [
        Word(m.start(), m.end(), m.group().lower().replace("’", "'"), m.lastgroup or "")
        for m in _lexer().finditer(text)
    ]
    items = _merged(items)
    return Words(items, "".join(_code(w, known) for w in items))
