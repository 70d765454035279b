"""Tells the language of a text, and says in words why dashlib leaves it unread."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dashlib.codebook.tables import read_csv

__all__ = ["detect", "normal", "readable", "refusal"]

_ENGLISH = "en"
_SAMPLE = 3000
_SHORT = 120  # characters under which the choice needs to be nearly certain
_SURE = 0.9
_FAIR = 0.5


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_csv("languages.csv", ("code", "name"))}


@cache
def _codes() -> dict[str, str]:
    """Every way to write a language, in lower case, with its code."""
    codes = {row["code"]: row["code"] for row in read_csv("languages.csv", ("code", "name"))}
    for row in read_csv("languages.csv"):
        for written in (row["name"], *row["aliases"].split("; ")):
            if written:
                codes.setdefault(written.casefold(), row["code"])
    return codes


@cache
def _identifier() -> LanguageIdentifier:
    """Load the classifier, narrowed to the languages that have a name in our table."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(_names()) & set(identifier.labels))
    return identifier


def normal(written: str) -> str:
    """Give the ISO 639 code of a language however metadata writes it ("en-GB", "ENG", "English"), or "".

    >>> normal("en_US")
    'en'
    """
    word = written.strip().casefold().replace("_", "-")
    return _codes().get(word) or _codes().get(word.split("-")[0], "")


def detect(text: str, *, declared: str = "") -> str:
    """Give the ISO 639 code of the language that a text is in.

    A short text, or one that is not clearly anything, is in the `declared` language, or in English.

    >>> detect("Le ministre des Affaires étrangères a rencontré son homologue à Berlin et a signé un accord.")
    'fr'
    """
    sample = text.strip()[:_SAMPLE]
    fallback = normal(declared) or _ENGLISH
    if not any(c.isalpha() for c in sample):
        return fallback
    code, probability = _identifier().classify(sample)
    needed = _SURE if len(sample) < _SHORT else _FAIR
    return code if probability >= needed else fallback


def readable(code: str) -> bool:
    """Whether dashlib finds events in texts of this language."""
    return normal(code) == _ENGLISH


def refusal(code: str) -> str:
    """Say why an article in this language has no events.

    >>> refusal("fr")
    'written in French; dashlib reads English; the article is kept, without events'
    """
    name = _names().get(normal(code), f"the language {code!r}")
    return f"written in {name}; dashlib reads English; the article is kept, without events"
