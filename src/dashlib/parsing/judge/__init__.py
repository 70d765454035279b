"""The judge: a small trained encoder that says of a candidate which act it is, whether it happened, and who did it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from dashlib.parsing import annotations
from dashlib.parsing.judge.encoder import Encoder, load
from dashlib.parsing.judge.inputs import Candidate
from dashlib.parsing.judge.settle import settle
from dashlib.types import ActorMention, Mention

__all__ = ["Judge"]


class _Case:
    """The candidates of one sentence, and the actors beside them."""

    def __init__(self, sentence: Span, mentions: list[Mention], actors: Sequence[ActorMention]) -> None:
        first, last = sentence.start_char, sentence.end_char
        self.text = sentence.text
        self.mentions = mentions
        self.actors = [a for a in actors if first <= a.start and a.end <= last]
        spans = tuple((a.start - first, a.end - first) for a in self.actors)
        heads = [sentence.doc[m.head] for m in mentions]
        self.candidates = [Candidate((t.idx - first, t.idx + len(t) - first), spans) for t in heads]


def _cases(doc: Doc) -> Iterator[_Case]:
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotations.mentions(doc):
        by_sentence[doc[mention.head].sent.start].append(mention)
    for start, mentions in by_sentence.items():
        yield _Case(doc[start].sent, mentions, annotations.actors(doc))


class Judge:
    """Component `dashlib_judge`: settles kind, status, roles and confidence of the mentions that the rules propose."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the network to ask."""
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Judge one Doc."""
        self._judge([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Judge Docs in batches, so that sentences of like length go through the network together."""
        for docs in minibatch(stream, batch_size):
            self._judge(docs)
            yield from docs

    def _judge(self, docs: Sequence[Doc]) -> None:
        cases = [(doc, list(_cases(doc))) for doc in docs]
        flat = [c for _, here in cases for c in here]
        verdicts = iter(self._encoder.judge([c.text for c in flat], [c.candidates for c in flat]))
        for doc, here in cases:
            settled: list[Mention] = []
            for case in here:
                for mention, verdict in zip(case.mentions, next(verdicts), strict=True):
                    found = settle(mention, case.actors, verdict, self._encoder)
                    settled += [found] if found is not None else []
            doc._.mentions = tuple(sorted(settled, key=lambda m: m.head))


@Language.factory("dashlib_judge", default_config={"folder": "on"})
def _factory(nlp: Language, name: str, folder: str) -> Judge:  # noqa: ARG001 - spaCy's signature
    return Judge(load(folder))
