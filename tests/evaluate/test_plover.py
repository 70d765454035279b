"""PLOVER roots: the mapping of kinds, the sentence's main event, and macro F1 with nothing counting as wrong."""

import pytest

from dashlib.codebook import KINDS
from dashlib.evaluate.plover import Guess, Sentence, guess, root_of, score
from dashlib.parsing import pipeline
from dashlib.settings import current
from dashlib.types import Mention, Status

ROOTS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"}
    | {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)


@pytest.fixture(scope="module")
def small():
    """Give the pipeline with actors and events only."""
    return pipeline.load(current().model, ("dashlib_actors", "dashlib_events"))


def mention(kind, status=Status.HAPPENED, rule=""):
    """Give a mention of a kind."""
    return Mention(head=0, trigger=(0, 1), kind=kind, rule=rule, status=status)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", Status)
def test_every_kind_has_a_root(kind, status):
    """Each kind in each status maps to one of the fifteen roots."""
    assert root_of(mention(kind, status)) in ROOTS


@pytest.mark.parametrize(
    ("kind", "status", "root"),
    [
        ("aid", Status.HAPPENED, "AID"),
        ("aid", Status.PLANNED, "AGREE"),
        ("strike", Status.PLANNED, "THREATEN"),
        ("concession", Status.HAPPENED, "YIELD"),
        ("meeting", Status.CANCELLED, "REJECT"),
        ("demand", Status.PLANNED, "REQUEST"),
    ],
)
def test_what_is_to_come(kind, status, root):
    """A promise of help is AGREE, of harm THREATEN; words stay what they are."""
    assert root_of(mention(kind, status)) == root


def test_silence_is_wrong():
    """A sentence without an event lowers the score of its class."""
    gold = [Sentence("a", "x", "y", "AID", "2"), Sentence("b", "x", "y", "AID", "2")]
    found = score([(gold[0], Guess("AID", "2", ("x",), ("y",))), (gold[1], Guess())])
    assert found.root == pytest.approx(2 / 3)
    assert found.silent == 1
    assert found.source_accuracy == found.target_accuracy == 1


def test_swapped_sides_are_counted():
    """A source found as target is a swap."""
    gold = Sentence("a", "Russia", "Ukraine", "ASSAULT", "4")
    assert score([(gold, Guess("ASSAULT", "4", ("Ukraine",), ("Russia",)))]).swapped == 1


def test_a_sentence_gives_root_and_sides(small):
    """The main event of a sentence gives its root, quad class and the words of both sides."""
    found = guess(small("Denmark imposed sanctions on Belarus after police arrested protesters."))
    assert (found.root, found.quad, found.sources, found.targets) == ("SANCTION", "4", ("Denmark",), ("Belarus",))


def test_a_sentence_without_event(small):
    """Nothing found is an empty guess."""
    assert guess(small("The sea was calm.")) == Guess()
