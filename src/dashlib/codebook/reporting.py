"""The words of attribution, from `data/reporting.toml`."""

from dashlib.codebook.tables import read_toml

__all__ = [
    "ADJUNCTS",
    "ANNOUNCING",
    "BLAMING",
    "CITABLE",
    "CITING",
    "DENYING",
    "FROM",
    "HEADER",
    "INFORMING",
    "OBJECTS",
    "PERFORMING",
    "PREPOSITIONS",
    "PRONOUNS",
    "SILENT",
    "STATEMENTS",
    "TELLING",
]

_TABLE = read_toml("reporting.toml")
_VERBS, _NOUNS, _PREPOSITIONS, _PHRASES = (_TABLE[n] for n in ("verbs", "nouns", "prepositions", "phrases"))

TELLING = frozenset(_VERBS["tell"])
BLAMING = frozenset(_VERBS["blame"])
DENYING = frozenset(_VERBS["deny"])
PERFORMING = frozenset(_VERBS["perform"])
OBJECTS = frozenset(_VERBS["objects"])
STATEMENTS = frozenset(_NOUNS["statements"])
FROM = frozenset(_PREPOSITIONS["from"])
PREPOSITIONS = {
    "tell": frozenset(_PREPOSITIONS["tell"]),
    "blame": frozenset(_PREPOSITIONS["blame"]),
    "noun": frozenset(_PREPOSITIONS["content"]),
}
ANNOUNCING = frozenset(_VERBS["announce"])
PRONOUNS = frozenset(_TABLE["pronouns"]["words"])
ADJUNCTS = frozenset(_PREPOSITIONS["adjunct"])
CITABLE = frozenset(_NOUNS["citable"])
INFORMING = frozenset(_VERBS["inform"])
CITING = frozenset(_PHRASES["citing"])
HEADER = frozenset(_PHRASES["header"])
SILENT = frozenset(_PHRASES["silent"])
