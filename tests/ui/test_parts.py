"""The pure parts of the app: marks in texts, tables, wording, what is handed to the store."""

import datetime as dt
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.runtime.pages_manager import PagesManager
from tests.ui.sample import frames

from dashlib import schema
from dashlib.types import Article, Basis, Problem
from dashlib.ui import adding, brush, evidence, highlight, launch, reader, reports, table
from dashlib.ui.highlight import FIELDS, Span


class _Text(HTMLParser):
    """Reads HTML back into text, and counts tags that are no marks."""

    def __init__(self):
        super().__init__()
        self.text, self.marks, self.strange = "", 0, []

    def handle_starttag(self, tag, _):
        self.marks += tag == "mark"
        self.strange += [] if tag == "mark" else [tag]

    def handle_data(self, data):
        self.text += data


def _read(html):
    parser = _Text()
    parser.feed(html)
    parser.close()
    return parser


_spans = st.builds(Span, st.sampled_from([*FIELDS, "other"]), st.integers(-3, 40), st.integers(-3, 40))


@given(st.text(max_size=30), st.lists(_spans, max_size=6))
def test_marking_keeps_the_text_and_adds_only_marks(text, spans):
    """Whatever the text and the spans, the reader sees the same text, and no markup of it takes effect."""
    read = _read(highlight.marked(text, spans))
    assert read.text == text.replace("\r\n", "\n").replace("\r", "\n") or read.text == text
    assert read.strange == []
    assert read.marks <= len(spans)


def test_the_act_wins_where_marks_overlap():
    """The trigger is marked in preference, then what begins earlier."""
    html = highlight.marked(
        "sent arms to Kyiv", [Span("place", 10, 17), Span("trigger", 0, 9), Span("recipient", 5, 17)]
    )
    assert 'data-field="trigger"' in html
    assert 'data-field="place"' in html
    assert "recipient" not in html


def test_markup_in_a_text_is_shown_as_it_is():
    """A text cannot bring in a script."""
    assert "<script>" not in highlight.marked("<script>alert(1)</script>", [Span("trigger", 0, 8)])


def test_the_key_names_each_meaning_once():
    """Two fields of one meaning make one entry; unknown fields none."""
    key = highlight.key(["participant", "trigger", "participant", "other"])
    assert key.count("who takes part") == 1
    assert key.index("the act") < key.index("who takes part")


def test_markdown_is_escaped():
    """Signs that Markdown would read are shown."""
    assert highlight.plain("a*b [c](d) $5: :red[x]") == r"a\*b \[c\](d) \$5: \:red\[x\]"


@pytest.mark.parametrize(
    ("text", "basis", "words"),
    [
        ("on Friday", "relative", "“on Friday”: counted from the day of publication, or from another date in the text"),
        ("", "published", "No date in the text; the day of the report bounds it"),
        ("in May", "explicit", "“in May”: a calendar date in the text"),
        ("", "", ""),
    ],
)
def test_how_a_date_was_read_is_said(text, basis, words):
    """The phrase, and what it was reckoned from."""
    assert reports.basis_in_words(text, basis) == words


@pytest.mark.parametrize("basis", [Basis.EXPLICIT, Basis.RELATIVE, Basis.INHERITED, Basis.PUBLISHED, Basis.NONE])
def test_every_basis_of_an_event_has_words(basis):
    """No basis of an event's date is left unsaid."""
    assert reports.basis_in_words("", basis)


def test_an_event_is_found_by_an_id_it_once_had():
    """An alias leads to the event that took it in; an unknown id to none."""
    world = frames()
    assert evidence.find(world, "e-old-summit")["event_id"] == "e-summit"
    assert evidence.find(world, "e-summit")["event_id"] == "e-summit"
    assert evidence.find(world, "e-never") is None


def test_the_table_has_the_events_in_words():
    """Dates, kinds, status and confidence are words, in the order of the events."""
    events = frames().events
    rows = table.readable(events)
    assert len(rows) == len(events)
    row = rows[(events["event_id"] == "e-capture").to_numpy()].iloc[0]
    assert (row["When"], row["Kind"], row["Status"]) == ("21 Aug 2025", "▲ Capture", "Happened")
    assert (row["Confidence"], row["Differs on"], row["Country"]) == ("Fair", "whether it happened", "Ukraine")


def test_the_articles_stand_newest_first_with_their_events():
    """Each article has the number of events that it reports."""
    rows = reader.listing(frames())
    assert rows.loc["a-delta-0820", "Events"] == 2
    assert rows.index[0] == "a-north-1102"
    assert "2 reports" in rows.loc["a-delta-0820", "Title"]


def test_an_article_without_a_title_shows_its_beginning():
    """The list is never blank."""
    world = schema.Frames.of(articles=schema.frame("articles", [{"article_id": "a", "text": "Troops moved at dawn."}]))
    assert reader.listing(world).loc["a", "Title"] == "Troops moved at dawn.…"
    assert reader.listing(world).loc["a", "Published"] == "date not said"


def test_problems_name_the_place_and_the_line():
    """A problem in a file of many lines says where."""
    rows = [{"path": "a.jsonl", "line": 3, "stage": "read", "reason": "no JSON"}, {"path": "b.pdf", "reason": "broken"}]
    world = schema.Frames.of(problems=schema.frame("problems", rows))
    assert reader.problems(world)["Where"].tolist() == ["a.jsonl, line 3", "b.pdf"]


def test_problems_of_reading_travel_with_the_articles():
    """What could not be read reaches the store with what could."""
    made = adding.batch([Article("a", "Text.", title="T")], [Problem("x.pdf", 0, "read", "broken")])
    assert made["title"].tolist() == ["T"]
    assert made.attrs["problems"] == [{"path": "x.pdf", "line": 0, "stage": "read", "reason": "broken"}]


def test_launching_passes_the_arguments_on(monkeypatch):
    """Streamlit's command line gets what we were given, and knows that there is a navigation."""
    seen = {}
    monkeypatch.setattr(sys, "argv", ["launch", "run", "app.py"])
    monkeypatch.setattr("streamlit.web.cli.main", lambda **more: seen.update(more, argv=sys.argv[1:]))
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    launch.main()
    assert seen["argv"] == ["run", "app.py"]
    assert PagesManager.uses_pages_directory is False


def test_a_date_of_the_sample_is_one_of_the_calendar():
    """The sample's phrases and days agree: each weekday it names is that of its day."""
    mentions = frames().mentions
    named = mentions[mentions["date_text"].str.fullmatch(r"on \w+day")]
    assert len(named) > 20
    for text, day in zip(named["date_text"], named["date_start"], strict=True):
        assert isinstance(day, dt.date)
        assert text == f"on {day:%A}"


def _steps(*rows):
    return [reports.Step(*row) for row in rows]


def test_the_history_is_one_line_a_report():
    """Each report has its day, its status as a dot and a word, and its source."""
    html = reports.line(_steps(("1 Mar 2025", "planned", "A & B"), ("3 Mar 2025", "happened", "")), "#2f6fb0")
    assert html.count("<li") == 2
    assert "planned · A &amp; B" in html
    assert html.index("○") < html.index("●")


def test_a_very_long_history_is_shortened_in_its_middle():
    """The first and the last reports stay; how many are left out is said."""
    html = reports.line(_steps(*((f"{n} Mar 2025", "happened", "") for n in range(1, 21))), "#2f6fb0")
    assert html.count("<li") == 9
    assert "12 more in between" in html
    assert ">1 Mar 2025<" in html
    assert ">20 Mar 2025<" in html


def test_the_history_of_the_sample_is_in_order():
    """Reports stand by their day, with the source of each."""
    steps = reports.history(frames(), "e-capture")
    assert [s.status for s in steps] == ["happened", "denied"]
    assert [s.source for s in steps] == ["Delta Wire", "Harbour Herald"]


def test_a_sentence_is_set_apart_with_its_marks():
    """The reader finds the sentence by its id; the marks inside and outside it stay."""
    text = "Rain fell. Troops took Lyman. Night came."
    html = highlight.marked_at(text, [Span("trigger", 18, 22), Span("date", 30, 35)], 11, 29)
    assert _read(html.replace("span", "mark")).text == text
    inside = html[html.index(f'id="{highlight.SENTENCE}"') : html.index("</span>")]
    assert ">took</mark>" in inside
    assert "Night" not in inside
    assert ">Night</mark>" in html


def test_the_days_of_a_brush_are_those_it_touches():
    """A box gives whole days, in whichever direction it was drawn."""
    assert brush.days_of({"x": ["2025-08-15 09:30:11.2", "2025-08-01 23:00"]}) == (
        dt.date(2025, 8, 1),
        dt.date(2025, 8, 15),
    )
