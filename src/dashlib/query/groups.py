"""The pages that keep to one group of kinds, by their titles."""

from collections.abc import Mapping

__all__ = ["KINDS_OF"]

KINDS_OF: Mapping[str, tuple[str, ...]] = {
    "Summits": ("summit",),
    "Calls": ("call",),
    "Offensives": ("offensive", "capture", "strike", "clash", "withdrawal", "ceasefire"),
}
