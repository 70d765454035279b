"""The network: an encoder of sentences, and heads that read the states of triggers and actors."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

__all__ = ["HEADS", "ROLES", "Network"]

ROLES = ("initiator", "recipient", "participant", "other")
HEADS = ("kind", "status", "attributed", "role", "sentence")


def _head(width_in: int, width: int, classes: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width_in, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, classes))


class Network(nn.Module):  # type: ignore[misc] # torch is not installed where types are checked
    """Gives logits: kind [N, kinds], status [N, 6], attributed [N, 2], role [P, 4], sentence [B] (does it hold an event)."""

    def __init__(self, encoder: Path, kinds: int) -> None:
        """Load the encoder's weights from a folder and make fresh heads."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation="eager")
        self.encoder.pooler = None
        d = self.encoder.config.hidden_size
        self.kind = _head(2 * d, d, kinds)
        self.status = _head(2 * d, d // 2, 6)
        self.attributed = _head(2 * d, d // 4, 2)
        self.role = _head(4 * d, d, len(ROLES))
        self.sentence = nn.Linear(d, 1)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, row: Tensor, trigger: Tensor, pair: Tensor, actor: Tensor
    ) -> tuple[Tensor, ...]:
        """Encode each sentence once and read the heads; shapes as in `parsing.judge.inputs.Batch`."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).to(states.dtype)
        whole = (states * weights).sum(1) / weights.sum(1)
        at = torch.bmm(trigger.unsqueeze(1), states[row]).squeeze(1)
        seen = torch.cat([at, whole[row]], -1)
        who = torch.bmm(actor.unsqueeze(1), states[row[pair]]).squeeze(1)
        there = at[pair]
        both = torch.cat([there, who, there * who, (there - who).abs()], -1)
        return (
            self.kind(seen),
            self.status(seen),
            self.attributed(seen),
            self.role(both),
            self.sentence(whole).squeeze(-1),
        )
