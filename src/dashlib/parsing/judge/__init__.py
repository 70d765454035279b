"""The judge: a small trained encoder that says of a word whether it reports an event, of which kind, and how it is put.

It is asked before the events are found, of every verb, and of every noun that the lexicon or the training sentences know
as a trigger, in sentences that name an actor or a place. `parsing.events` weighs what it says.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dashlib.codebook.triggers import lexicon
from dashlib.parsing import annotations
from dashlib.parsing.judge.encoder import Encoder, load
from dashlib.parsing.judge.inputs import Candidate

__all__ = ["Judge"]

_NOUNS = frozenset({"NOUN", "PROPN"})


class Judge:
    """Component `dashlib_judge`: sets `doc._.verdicts`, by token."""

    def __init__(self, encoder: Encoder) -> None:
        """Take the network to ask."""
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Judge one Doc."""
        self._judge([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Judge Docs in batches, so that sentences of like length go through the network together."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            self._judge(docs)
            yield from docs

    def _judge(self, docs: Sequence[Doc]) -> None:
        cases = [(doc, sentence, tokens) for doc in docs for sentence, tokens in self._cases(doc)]
        words = [[_word(t, s) for t in tokens] for _, s, tokens in cases]
        verdicts = self._encoder.judge([s.text for _, s, _ in cases], words)
        for doc in docs:
            doc._.verdicts = {}
        for (doc, _, tokens), here in zip(cases, verdicts, strict=True):
            doc._.verdicts.update({t.i: v for t, v in zip(tokens, here, strict=True)})

    def _cases(self, doc: Doc) -> Iterator[tuple[Span, list[Token]]]:
        named = {a.first for a in annotations.actors(doc)} | {p.first for p in annotations.places(doc)}
        inside = {i for a in annotations.actors(doc) for i in range(a.first, a.last)}
        for sentence in doc.sents:
            if named.isdisjoint(range(sentence.start, sentence.end)):
                continue
            tokens = [t for t in sentence if t.i not in inside and self._asked(t)]
            if tokens:
                yield sentence, tokens

    def _asked(self, token: Token) -> bool:
        if token.pos_ == "VERB":
            return True
        known = token.lower_ in self._encoder.nouns or (token.lemma_.lower(), "NOUN") in lexicon().entries
        return token.pos_ in _NOUNS and known


def _word(token: Token, sentence: Span) -> Candidate:
    start = sentence.start_char
    actors = {
        (a.start - start, a.end - start)
        for a in annotations.actors(token.doc)
        if start <= a.start and a.end <= sentence.end_char
    }
    return Candidate((token.idx - start, token.idx + len(token) - start), tuple(sorted(actors)))


@Language.factory("dashlib_judge", default_config={"folder": "on"})
def _factory(nlp: Language, name: str, folder: str) -> Judge:  # noqa: ARG001 - spaCy's signature
    return Judge(load(folder))
