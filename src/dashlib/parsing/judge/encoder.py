"""Runs the trained network on CPU: sentences and the words asked of them in, verdicts out."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dashlib.errors import ModelError
from dashlib.parsing.judge.inputs import LENGTH, Candidate, make_batch
from dashlib.types import Verdict

__all__ = ["Encoder", "load"]

_BATCH = 32
Floats = npt.NDArray[np.float32]


def _softmax(logits: Floats, temperature: float) -> Floats:
    scaled = logits / temperature
    powers: Floats = np.exp(scaled - scaled.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares


class Encoder:
    """The network in a folder: `judge.onnx`, `tokenizer.json` and `judge.json` (labels, temperatures, words, scores)."""

    def __init__(self, folder: Path) -> None:
        """Load the network; raises ModelError where the folder does not hold one."""
        import onnxruntime  # noqa: PLC0415 - half a second that only parsing needs
        from tokenizers import Tokenizer  # noqa: PLC0415 - likewise

        try:
            facts = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(
                folder / "judge.onnx", options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as e:
            raise ModelError(f"no judge in {folder}: {e}; run `make train`, or set DASHLIB_JUDGE=off") from e
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LENGTH)
        self.kinds: tuple[str, ...] = tuple(facts["labels"][:-1])
        self.statuses: tuple[str, ...] = tuple(facts["statuses"])
        self.roles: tuple[str, ...] = tuple(facts["roles"])
        self.nouns: frozenset[str] = frozenset(facts["nouns"])
        self._warmth: dict[str, float] = facts["temperature"]

    def judge(self, sentences: Sequence[str], words: Sequence[Sequence[Candidate]]) -> list[list[Verdict]]:
        """Give the verdicts on the words (characters of the sentence) of each sentence, in order."""
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        out: list[list[Verdict]] = [[] for _ in sentences]
        for i in range(0, len(order), _BATCH):
            part = order[i : i + _BATCH]
            verdicts = self._run([sentences[j] for j in part], [words[j] for j in part])
            for j in part:
                out[j] = [next(verdicts) for _ in words[j]]
        return out

    def _run(self, sentences: Sequence[str], words: Sequence[Sequence[Candidate]]) -> Iterator[Verdict]:
        batch = make_batch(self._tokenizer, sentences, words)
        kind, status, attributed, role = self._session.run(
            ["kind", "status", "attributed", "role"], dict(zip(batch._fields, batch, strict=True))
        )
        kind, status = _softmax(kind, self._warmth["kind"]), _softmax(status, self._warmth["status"])
        attributed = _softmax(attributed, self._warmth["attributed"])
        roles = iter(_softmax(role, self._warmth["role"]) if len(role) else role)
        asked = (w for here in words for w in here)
        for n, word in enumerate(asked):
            best = int(kind[n, :-1].argmax())
            yield Verdict(
                event=1 - float(kind[n, -1]),
                kind=self.kinds[best],
                sure=float(kind[n, best]),
                kinds=dict(zip(self.kinds, map(float, kind[n, :-1]), strict=True)),
                statuses=dict(zip(self.statuses, map(float, status[n]), strict=True)),
                attributed=float(attributed[n, 1]),
                roles={a: dict(zip(self.roles, map(float, next(roles)), strict=True)) for a in word.actors},
            )


@lru_cache(maxsize=2)
def load(folder: str = "on") -> Encoder:
    """Give the judge that ships with the package ("on"), or the one in a folder."""
    return Encoder(Path(folder) if folder != "on" else Path(str(files("dashlib.parsing.judge") / "model")))
