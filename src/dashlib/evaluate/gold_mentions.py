"""Clusters given event mentions of any news text, so that merging can be scored on public benchmarks of coreference.

The benchmarks (ECB+ and its kin) give triggers and arguments, but none of our kinds, dates or places. So the clusterer
of `dashlib.merging` runs here on words: the same or a kindred trigger, the sentence, the arguments in it, and documents
that tell the same story. Nothing is trained; the points stand in codebook/data/same_acts.toml.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Token

from dashlib.codebook.tables import read_toml
from dashlib.evaluate.coreference import CorefScores, clusters_of, score
from dashlib.merging.clustering import agglomerate
from dashlib.merging.words import stem

__all__ = ["GoldDocument", "GoldMention", "documents_of", "evaluate", "predict"]

Reals = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class GoldMention(NamedTuple):
    """An event mention of a benchmark: its name, characters [start, end), and its cluster ("" for a singleton)."""

    name: str
    start: int
    end: int
    cluster: str


class GoldDocument(NamedTuple):
    """A document, its event mentions, and the character spans of persons, places and times."""

    text: str
    mentions: tuple[GoldMention, ...]
    arguments: tuple[tuple[int, int], ...]


class _Given(NamedTuple):
    """What two mentions are compared by, a row a mention."""

    document: Ints
    words: list[frozenset[str]]
    acts: list[frozenset[int]]
    longer: list[frozenset[str]]
    light: list[bool]
    reporting: list[bool]
    sentence: Reals
    arguments: list[frozenset[str]]


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, frozenset[int]], Mapping[str, float], Mapping[str, frozenset[str]]]:
    table = read_toml("same_acts.toml")
    acts: dict[str, set[int]] = {}
    for number, line in enumerate(table["groups"]):
        for word in line.split():
            acts.setdefault(stem(word), set()).add(number)
    words = {name: frozenset(listed) for name, listed in table["words"].items()}
    return {w: frozenset(g) for w, g in acts.items()}, table["points"], words


def documents_of(rows: Iterable[Mapping[str, Any]]) -> list[GoldDocument]:
    """Give the documents of rows with `id`, `text`, `mentions` (each `span`, `tag`, `cluster`; ACTION… tags events)."""
    return [_document(str(row["id"]), row) for row in rows]


def _document(name: str, row: Mapping[str, Any]) -> GoldDocument:
    events = [(n, m) for n, m in enumerate(row["mentions"]) if "ACTION" in m["tag"]]
    named = tuple(GoldMention(f"{name} {n}", m["span"][0], m["span"][1], m["cluster"] or "") for n, m in events)
    others = tuple((m["span"][0], m["span"][1]) for m in row["mentions"] if "ACTION" not in m["tag"])
    return GoldDocument(row["text"], named, others)


def _telling(token: Token) -> bool:
    return not token.is_stop and (token.is_alpha or token.like_num)


class _Weights:
    """Inverse document frequencies of lemmas, and vectors of length 1 by them."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        counts = Counter(w for doc in docs for w in {t.lemma_.lower() for t in doc if _telling(t)})
        self._column = {w: n for n, w in enumerate(sorted(counts))}
        self._idf = {w: math.log((1 + len(docs)) / (1 + n)) for w, n in counts.items()}
        self._rare = math.log(1 + len(docs))

    def sum(self, words: Iterable[str]) -> float:
        """Give the weight of some words together."""
        return sum(self._idf.get(w, self._rare) for w in sorted(words))

    def vector(self, tokens: Iterable[Token], *, names: float = 1.0) -> Reals:
        """Give the vector of some tokens; proper names count `names` times."""
        told = [t for t in tokens if _telling(t)]
        proper = {t.lemma_.lower() for t in told if t.pos_ == "PROPN"}
        out = np.zeros(len(self._column))
        for word, count in Counter(t.lemma_.lower() for t in told).items():
            out[self._column[word]] = (1 + math.log(count)) * self._idf[word] * (names if word in proper else 1.0)
        size = float(np.linalg.norm(out))
        return out / size if size else out


def _arguments(document: GoldDocument, start: int, end: int) -> frozenset[str]:
    spans = [document.text[a:b] for a, b in document.arguments if a >= start and b <= end]
    return frozenset(w.lower() for s in spans for w in s.split() if len(w) > 2 and w[0].isalnum())


def _given(documents: Sequence[GoldDocument], docs: Sequence[Doc], weights: _Weights) -> _Given:
    acts, _, words = _table()
    out = _Given(
        np.array([n for n, d in enumerate(documents) for _ in d.mentions]), [], [], [], [], [], np.empty(0), []
    )
    sentences = []
    for document, doc in zip(documents, docs, strict=True):
        for mention in document.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            assert span is not None, f"{mention.name}: characters {mention.start} to {mention.end} are not in the text"
            head, sent = span.root, span.root.sent
            lemma = head.lemma_.lower()
            forms = frozenset({stem(lemma), stem(head.text)})
            out.words.append(forms)
            out.acts.append(frozenset().union(*(acts.get(f, frozenset()) for f in forms)))
            out.longer.append(frozenset(t.lemma_.lower() for t in span if t.is_alpha and not t.is_stop))
            out.light.append(lemma in words["light"])
            out.reporting.append(lemma in words["reporting"])
            out.arguments.append(_arguments(document, sent.start_char, sent.end_char))
            sentences.append(weights.vector(sent))
    return out._replace(sentence=np.array(sentences))


def _trigger(g: _Given, a: int, b: int) -> float:
    """Give the points for two triggers."""
    _, points, _ = _table()
    same = bool(g.words[a] & g.words[b])
    if not same and not g.acts[a] & g.acts[b] and not g.longer[a] & g.longer[b]:
        return points["other_word"]
    if g.reporting[a] and g.reporting[b]:
        return points["reporting"]
    if same:
        return points["light_word" if g.light[a] else "same_word"]
    return points["same_act" if g.acts[a] & g.acts[b] else "shared_word"]


def _shared(g: _Given, weights: _Weights, a: int, b: int) -> float:
    """Give the share of the arguments in common, by weight; where one has none, a third."""
    if not g.arguments[a] or not g.arguments[b]:
        return 0.3
    least = min(weights.sum(g.arguments[a]), weights.sum(g.arguments[b]))
    return weights.sum(g.arguments[a] & g.arguments[b]) / least if least else 0.0


def _margins(g: _Given, weights: _Weights, rows: Ints, likeness: Reals) -> Reals:
    """Give by how much each pair of some mentions exceeds what a merge needs."""
    _, p, _ = _table()
    own = g.document[rows]
    alike = np.minimum(likeness[np.ix_(own, own)], p["document_most"]) * p["document"]
    margin = alike + p["sentence"] * (g.sentence[rows] @ g.sentence[rows].T) - p["needs"]
    margin += p["same_document"] * (own[:, None] == own[None, :])
    for i, a in enumerate(rows.tolist()):
        for j, b in enumerate(rows[:i].tolist()):
            points = _trigger(g, a, b)
            if points > p["other_word"]:
                points += p["arguments"] * _shared(g, weights, a, b)
            margin[i, j] += points
            margin[j, i] = margin[i, j]
    return np.asarray(np.where(margin < p["other_word"] / 2, -np.inf, margin))


def predict(documents: Sequence[GoldDocument], nlp: Language) -> dict[str, int]:
    """Give a cluster number for each mention, by name. `nlp` must give lemmas, sentences and parts of speech."""
    docs = list(nlp.pipe([d.text for d in documents], batch_size=64))
    _, points, _ = _table()
    weights = _Weights(docs)
    vectors = np.array([weights.vector(doc, names=points["names"]) for doc in docs])
    likeness = vectors @ vectors.T
    g = _given(documents, docs, weights)
    names = [m.name for d in documents for m in d.mentions]
    out: dict[str, int] = {}
    for story in agglomerate(likeness - points["story"]):
        rows = np.flatnonzero(np.isin(g.document, story))
        for group in agglomerate(_margins(g, weights, rows, likeness)) if len(rows) else []:
            out |= dict.fromkeys((names[rows[member]] for member in group), int(rows[group[0]]))
    return out


def evaluate(documents: Sequence[GoldDocument], nlp: Language) -> CorefScores:
    """Score the clusters of all event mentions of a benchmark's documents, singletons among them."""
    found = predict(documents, nlp)
    gold = {m.name: m.cluster or m.name for d in documents for m in d.mentions}
    return score(clusters_of(gold), clusters_of(found))
