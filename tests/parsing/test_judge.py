"""The judge tells the senses of a word apart, adds what the lexicon lacks, and can be switched off."""

from importlib.resources import files

import pytest

from dashlib.errors import ModelError
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions, verdicts
from dashlib.settings import current

FOLDER = files("dashlib.parsing.judge") / "model"


@pytest.fixture(scope="module")
def judged():
    """Give the pipeline with the judge that ships."""
    return pipeline.load(current().model, judge="on")


@pytest.fixture(scope="module")
def bare():
    """Give the pipeline without a judge."""
    return pipeline.load(current().model, judge="off")


def test_the_model_is_small():
    """It ships in the wheel: at most 25 MB."""
    assert (FOLDER / "judge.onnx").stat().st_size <= 25_000_000


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("Russia carried out a drone strike on Kharkiv on Monday.", "strike", True),
        ("Pilots of the French airline voted for a better strike fund.", "strike", False),
        ("President Ruto called the Ethiopian prime minister on Sunday.", "called", True),
        ("The Chilean orchestra called its new album a tribute to the sea.", "called", False),
        ("Rebels seized the Congolese town of Uvira at dawn.", "seized", True),
        ("Brazilian fans seized every chance to dance in Lyon.", "seized", False),
    ],
)
def test_it_tells_senses_apart(judged, text, word, event):
    """One word, two readings: the chance of an event lies on the right side of one half."""
    doc = judged(text)
    token = next(t for t in doc if t.text == word)
    assert (verdicts(doc)[token.i].event > 0.5) is event


def test_off_means_off(bare):
    """Without the judge the rules stand alone: no verdicts, and nothing that only a judge saw."""
    doc = bare("Russia carried out a drone strike on Kharkiv on Monday.")
    assert not verdicts(doc)
    assert [m.kind for m in mentions(doc)] == ["strike"]
    assert mentions(doc)[0].judged is None


def test_its_say_stands_in_the_mention(judged):
    """A mention carries the judge's chance of its kind."""
    doc = judged("Russia carried out a drone strike on Kharkiv on Monday.")
    (mention,) = mentions(doc)
    assert mention.judged is not None
    assert mention.judged > 0.5


def test_texts_without_names_are_not_asked(judged):
    """Sentences that name nobody and no place cost nothing."""
    assert not verdicts(judged("It rained all day and nobody came."))


def test_a_missing_model_is_named():
    """The error says which folder and what to do."""
    with pytest.raises(ModelError, match="make train"):
        pipeline.load(current().model, judge="/nowhere")
