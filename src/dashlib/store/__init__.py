"""Keeps articles, mentions and events as Delta tables; many readers, several writers, every version remembered."""

from dashlib.store.ingesting import Ingested
from dashlib.store.store import Store

__all__ = ["Ingested", "Store"]
