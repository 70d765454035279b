"""The training sentences are many, varied, labelled by the codebook, and no two teach the same thing."""

from collections import Counter
from pathlib import Path

import pytest
from datasketch import MinHash, MinHashLSH

from dashlib.codebook import KINDS
from dashlib.errors import CodebookError
from dashlib.training.tables import COLUMNS, NONE, read_tables, skeleton
from dashlib.types import Status

FOLDER = Path(__file__).resolve().parents[2] / "data" / "training"
HEADER = "\t".join(COLUMNS)


@pytest.fixture(scope="module")
def sentences():
    """Give all sentences."""
    return read_tables(FOLDER.glob("*.tsv"))


def test_they_are_many_and_one_in_three_is_no_event(sentences):
    """Eleven thousand sentences with twenty-one thousand words, a third of them words that only look like events."""
    kinds = Counter(t.kind == NONE for s in sentences for t in s.triggers)
    assert len(sentences) >= 11_000
    assert kinds.total() >= 21_000
    assert 0.3 < kinds[True] / kinds.total() < 0.4


def test_every_kind_and_status_is_taught(sentences):
    """No kind has fewer than two hundred rows, no status fewer than four hundred."""
    triggers = [t for s in sentences for t in s.triggers if t.kind != NONE]
    kinds, statuses = Counter(t.kind for t in triggers), Counter(t.status for t in triggers)
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 200
    assert set(statuses) == {s.value for s in Status}
    assert min(statuses.values()) >= 400


def test_no_more_than_three_share_a_skeleton(sentences):
    """With names and figures masked, at most three sentences are alike."""
    assert Counter(skeleton(s.text) for s in sentences).most_common(1)[0][1] <= 3


def test_no_sentence_nearly_repeats_another(sentences):
    """No two sentences share four fifths of their word triples."""
    index, seen = MinHashLSH(threshold=0.8, num_perm=64), {}
    for number, sentence in enumerate(sentences):
        words = sentence.text.casefold().split()
        triples = {" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))}
        sketch = MinHash(num_perm=64)
        sketch.update_batch([t.encode() for t in triples])
        for other in index.query(sketch):
            both = triples & seen[other]
            assert len(both) / len(triples | seen[other]) < 0.8, (sentence.where, sentences[other].where)
        seen[number] = triples
        index.insert(number, sketch)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Kenya met Chad.\tmeets\tmeeting\thappened\tno\t\t\tKenya;Chad\t\tagency", "'meets' does not stand"),
        ("Kenya met Chad.\tmet\tparty\thappened\tno\t\t\tKenya;Chad\t\tagency", "'party' is no kind"),
        ("Kenya met Chad.\tmet\tmeeting\tsoon\tno\t\t\tKenya;Chad\t\tagency", "'soon' is no status"),
        ("Kenya met Chad.\tmet\tmeeting", "3 cells"),
    ],
)
def test_a_bad_row_is_named(tmp_path, row, message):
    """The error says file, line and what is wrong."""
    path = tmp_path / "bad.tsv"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=f"bad.tsv:2.*{message}"):
        read_tables([path])


def test_further_rows_belong_to_the_sentence_above(tmp_path):
    """A ditto mark adds a trigger; a number picks the second of equal words."""
    rows = [
        "Kenya met Chad and then met Niger.\tmet\tmeeting\thappened\tno\t\t\tKenya;Chad\tNiger\tagency",
        '"\tmet#2\tmeeting\thappened\tno\t\t\tKenya;Niger\tChad\tagency',
    ]
    path = tmp_path / "two.tsv"
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    (sentence,) = read_tables([path])
    assert [t.start for t in sentence.triggers] == [6, 24]
    assert {role for *_, role in sentence.triggers[0].actors} == {"participant", "other"}


def test_actors_of_other_events_are_bystanders(tmp_path):
    """An event has the actors of the sentence's other events beside its own, none twice; a word that is none has none."""
    rows = [
        "Kenya met Chad after Mali had left.\tmet\tmeeting\thappened\tno\t\t\tKenya;Chad\t\tagency",
        '"\tleft\twithdrawal\thappened\tno\tMali\t\t\tChad\tagency',
        '"\tafter\tnone\t\t\t\t\t\t\tagency',
    ]
    path = tmp_path / "t.tsv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    (sentence,) = read_tables([path])
    named = [{sentence.text[s:e]: role for s, e, role in t.actors} for t in sentence.triggers]
    assert named == [
        {"Kenya": "participant", "Chad": "participant", "Mali": "other"},
        {"Mali": "initiator", "Chad": "other", "Kenya": "other"},
        {},
    ]
