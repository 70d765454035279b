"""The component `dashlib_status`: whether a mention happened, is under way, planned, possible, off or denied."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.statuses import in_group
from dashlib.parsing.annotations import mentions, verdicts
from dashlib.parsing.judge.weights import weights
from dashlib.parsing.status.reading import read_status
from dashlib.types import Mention, Status

__all__ = ["component", "read_status"]


def _read(doc: Doc, mention: Mention) -> Mention:
    status, cues = read_status(doc, mention)
    verdict = verdicts(doc).get(mention.head)
    if verdict is not None:
        judged = max(verdict.statuses, key=lambda name: verdict.statuses[name])
        if judged != status and verdict.statuses[judged] >= weights().changes_status:
            status, cues = Status(judged), (*cues, f"the judge reads {judged} instead of {status.value}")
    reasons = dict.fromkeys((*mention.cues, f"status {status.value}", *cues))
    return replace(mention, status=status, cues=tuple(reasons))


def _unspoken(mention: Mention) -> bool:
    """Whether it is an act of speech that was not done ("failed to condemn"): nobody said anything."""
    return mention.status is Status.CANCELLED and in_group(mention.kind, "speech")


@Language.component("dashlib_status")
def component(doc: Doc) -> Doc:
    """Replace each mention with one whose status and cues are read off the parse; drop words that were not spoken."""
    doc._.mentions = tuple(r for m in mentions(doc) if not _unspoken(r := _read(doc, m)))
    return doc
