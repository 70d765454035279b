"""What became of those counted: killed, wounded, captured, freed."""

from spacy.tokens import Doc, Token

from dashlib.codebook.measures import CASUALTIES, INTRANSITIVE, LEAVING, TOLLS

__all__ = ["fate", "fate_of"]

_TAGS = frozenset({"VBN", "VBD", "JJ", "NN", "NNS"})
_BETWEEN = frozenset({"NOUN", "ADJ", "AUX", "ADV", "ADP", "PROPN", "DET"})
_ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "oprd"})


def fate_of(verb: Token, token: Token) -> str:
    """Give the fate that a verb gives to one of its arguments, or an empty string."""
    found = CASUALTIES.get(verb.lemma_.lower(), "")
    if found == "downed" and verb.lemma_ == "shoot" and not any(c.lower_ == "down" for c in verb.children):
        return "killed" if any(c.lower_ == "dead" for c in verb.children) else ""
    active = token.dep_ == "nsubj" and verb.lemma_ not in INTRANSITIVE and verb.tag_ != "VBN"
    return "" if active else found


def _beside(doc: Doc, start: int, last: int) -> str:
    """Read a participle or adjective right after a count: "12 dead", "20 others injured"."""
    for token in doc[start : min(last + 3, len(doc))]:
        if token.tag_ in _TAGS and token.i - last < 2 and token.dep_ != "amod":
            found = CASUALTIES.get(token.lower_, "") or fate_of(token, token)
            if found and not any(c.dep_ == "dobj" for c in token.children):
                return found
        if token.i >= last and token.pos_ not in _BETWEEN:
            break
    return ""


def _before(core: Token) -> str:
    """Read a verb of harm that the parser took for a noun right before a count: "kills four and wounds 60"."""
    edge = core.left_edge.i
    word = core.doc[edge - 1] if edge > core.sent.start else core
    return CASUALTIES.get(word.lemma_.lower(), "") if word.pos_ in {"NOUN", "PROPN"} and word.tag_ == "NNS" else ""


def _left(verb: Token) -> str:
    """Read "left ten dead", "left ten people injured"."""
    if verb.lemma_ not in LEAVING:
        return ""
    return next((CASUALTIES[t.lower_] for t in verb.subtree if t.lower_ in CASUALTIES and t.i > verb.i), "")


def _governed(node: Token) -> str:
    head = node.head
    if node.dep_ in _ARGUMENTS and head.pos_ in {"VERB", "AUX"}:
        return fate_of(head, node) or _left(head)
    if node.dep_ != "pobj":
        return ""
    if head.lower_ in {"between", "from"}:
        return fate_of(head.head, head)
    if head.lower_ == "to" and any(t.lemma_ in TOLLS for t in head.head.children):
        return "killed"
    if head.head.pos_ == "NOUN":
        return "killed" if head.head.lemma_ in TOLLS else CASUALTIES.get(head.head.lemma_.lower(), "")
    return ""


def fate(doc: Doc, last: int, noun: Token | None, core: Token) -> str:
    """Give what became of those counted by a number that ends at `last`, or an empty string.

    `noun` is what is counted, `core` the number's own head ("dozens" in "dozens of others").
    """
    end = max(last, noun.i + 1 if noun is not None and noun.i >= last else 0)
    beside = _beside(doc, last, end) or _before(core)
    if beside:
        return beside
    of = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i == core.i
    node = core if noun is None or of else noun
    while node.dep_ == "conj" and node.head.pos_ in {"NOUN", "NUM", "PROPN"}:
        node = node.head
    for child in node.children:
        if child.dep_ in {"acl", "relcl"} and child.tag_ == "VBN" and fate_of(child, node):
            return fate_of(child, node)
    return _governed(node)
