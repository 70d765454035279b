"""Dependency labels and tags that the patterns name (the ClearNLP labels of spaCy's English pipelines)."""

__all__ = [
    "CLAUSAL",
    "COMPLEMENTS",
    "DOERS",
    "MODIFIERS",
    "NAMING",
    "NOUNS",
    "OBJECTS",
    "PASSIVE_MARKS",
    "PREPOSITIONS",
    "RELATIVES",
    "SUBJECTS",
    "TIMES",
    "VERBS",
]

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_MARKS = frozenset({"auxpass", "nsubjpass", "csubjpass", "agent"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
DOERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod", "advmod", "quantmod"})
NAMING = frozenset({"compound", "amod", "nmod", "poss", "appos"})
PREPOSITIONS = frozenset({"prep", "agent", "prt", "dative", "advmod", "mark"})
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "pcomp", "conj", "parataxis"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
TIMES = frozenset({"DATE", "TIME"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
