"""What a briefing holds and in which order, and the files that it is written to."""

import datetime as dt
import io
import re
from html.parser import HTMLParser

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashlib import schema
from dashlib.codebook import KINDS
from dashlib.export import By, export
from dashlib.export.briefing import docx_bytes, html_bytes, plan
from dashlib.export.briefing.sentences import tell
from dashlib.query import Filters
from dashlib.types import PlacePrecision, Precision, Status

AT = dt.datetime(2025, 9, 1, 9, tzinfo=dt.UTC)


def _day(number):
    return {"date_start": dt.date(2025, 8, number), "date_end": dt.date(2025, 8, number)}


@pytest.fixture
def story(event, world):
    """Give frames with two calls of one day, a strike the day before, a summit to come and a protest without a date."""
    rows = [
        event("call", event_id="e1", participants=["Mary Ministry", "Russia"], **_day(12)),
        event("strike", event_id="e2", initiators=["Russia"], place="Kyiv", place_precision="settlement", **_day(11)),
        event("call", event_id="e3", participants=["France", "Italy"], **_day(12)),
        event("summit", "planned", event_id="e4", participants=["Mary Ministry", "France"],
              date_start=dt.date(2025, 10, 1), date_end=dt.date(2025, 10, 1)),
        event("protest", event_id="e5", date_start=None, date_end=None),
    ]  # fmt: skip
    return world(rows)


def _texts(briefing):
    return [[[s.text for s in p.sentences] for p in section.paragraphs] for section in briefing.sections]


def test_a_paragraph_is_a_day_and_the_days_stand_in_order(story):
    """The day is said once; months are headings; what has no date stands behind; plans at the end."""
    briefing = plan(story, Filters(), AT)
    assert [s.heading for s in briefing.sections] == ["August 2025", "Without a date", "Planned and possible"]
    assert _texts(briefing) == [
        [["On 11 August 2025 Russia struck Kyiv."],
         ["On 12 August 2025 Mary Ministry and Russia spoke by phone.", "France and Italy spoke by phone."]],
        [["People protested."]],
        [["On 1 October 2025 Mary Ministry and France are to meet."]],
    ]  # fmt: skip


def test_a_section_is_an_actor(story):
    """The busiest first; an event stands with each of its actors; events without actors behind."""
    briefing = plan(story, Filters(), AT, By.ACTOR)
    assert [s.heading for s in briefing.sections] == [
        "Russia (2 events)", "France (1 event)", "Italy (1 event)", "Mary Ministry (1 event)", "Nobody named (1 event)",
        "Planned and possible",
    ]  # fmt: skip
    assert _texts(briefing)[0] == [
        ["On 11 August 2025 Russia struck Kyiv.", "On 12 August 2025 Mary Ministry and Russia spoke by phone."]
    ]


@pytest.mark.parametrize("by", By)
def test_every_sentence_is_cited_and_every_citation_used(story, by):
    """Numbers run from one in the order of the text, each with source, title, date and quote."""
    briefing = plan(story, Filters(), AT, by)
    used = [n for s in briefing.sections for p in s.paragraphs for x in p.sentences for n in x.cites]
    assert list(dict.fromkeys(used)) == [c.number for c in briefing.citations] == list(range(1, 6))
    first = briefing.citations[0]
    assert (first.source, first.title, first.published, first.quote) == ("Desk A", "Title 1", "12 Aug 2025", "Quote 1.")


def test_the_head_says_what_is_shown_and_when_it_was_written(story):
    """The filter as a sentence, the day, and out of what."""
    briefing = plan(story, Filters(words="phone"), AT)
    assert briefing.shown == "5 events: mentioning “phone”"
    assert briefing.basis == "Written on 1 September 2025 out of 5 articles, from 1 source."


class _Outline(HTMLParser):
    """Notes the tags of a page, its links within itself, and whether tags close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.text = [], set(), set(), [], ""

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        self.ids |= {found["id"]} if "id" in found else set()
        self.links |= {found["href"][1:]} if found.get("href", "").startswith("#") else set()
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def test_the_page_is_whole_and_its_numbers_lead_to_the_sources(story):
    """Well-formed, every number has its place in the list, nothing is fetched."""
    page = html_bytes(plan(story, Filters(), AT)).decode()
    outline = _Outline()
    outline.feed(page)
    assert outline.open == []
    assert outline.links == outline.ids == {f"c{n}" for n in range(1, 6)}
    assert not {"script", "img", "link"} & set(outline.tags)
    assert "On 12 August 2025 Mary Ministry and Russia spoke by phone." in outline.text


def test_the_page_shows_markup_of_an_article_as_it_is(event, world):
    """Neither a title, nor a source, nor an address brings in a script."""
    rows = [event("protest", initiators=["<script>alert(1)</script>"])]
    page = html_bytes(plan(world(rows, title="<b>x</b>", url="javascript:alert(1)"), Filters(), AT)).decode()
    assert "<script>" not in page
    assert "<b>" not in page
    assert "javascript:" not in page


def test_the_word_file_has_the_same_text(story):
    """Headings, paragraphs with numbers that link to bookmarks, the list of sources."""
    briefing = plan(story, Filters(), AT)
    document = Document(io.BytesIO(docx_bytes(briefing)))
    texts = [p.text for p in document.paragraphs]
    assert texts[:3] == [briefing.shown, briefing.basis, "August 2025"]
    assert "On 11 August 2025 Russia struck Kyiv. [1] " in texts
    assert "[1] Desk A, Title 1, 12 Aug 2025: “Quote 1.”" in texts
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert (styles["Sources"], styles[briefing.shown]) == ("Heading 1", "Title")
    xml = document.element.xml
    assert set(re.findall(r'w:anchor="(c\d+)"', xml)) == set(re.findall(r'w:name="(c\d+)"', xml))
    assert document.core_properties.created == dt.datetime(2025, 9, 1, tzinfo=dt.UTC)


def test_a_briefing_of_nothing_is_a_briefing(world):
    """No event: the head, and an empty list."""
    assert b"0 events" in export(world([]), form="html", at=AT)
    assert export(world([]), form="docx", at=AT)[:2] == b"PK"


_name = st.text(min_size=1, max_size=12).map(lambda t: " ".join(t.split())).filter(bool)
_names = st.lists(
    st.one_of(_name, st.sampled_from(["Russia", "hostages", "United States", "Mary Bank"])),
    max_size=8,
    unique=True,
)
_SMALL = re.compile(r"\b(the|is|are|was|were)\b")
_days = st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
_odd = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(sorted(KINDS)),
        "status": st.sampled_from(list(Status)),
        "plover_mode": st.sampled_from(["", "drone", "release", "promise", "troops", "third-party", "never heard of"]),
        "initiators": _names,
        "recipients": _names,
        "participants": _names,
        "place": st.one_of(st.just(""), st.just("Gaza Strip"), _name),
        "place_precision": st.sampled_from([*PlacePrecision, ""]),
        "claimed_by": _names,
        "quantity": st.sampled_from(["", "4 killed", "{0} % of [it]"]),
        "disagreements": st.lists(st.sampled_from(["number: 1 (A) / 2 (B)", "who did it", "date: x / y"]), max_size=2),
        "date_start": _days,
        "date_end": _days,
        "date_precision": st.sampled_from(list(Precision)),
        "last_reported": _days,
        "confidence": st.floats(0, 1),
    }
)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(_odd)
def test_any_event_can_be_told(row):
    """Whatever is known or not: sentences with a capital and a full stop, no field left open, no double word or space."""
    row["actors"] = [*row["initiators"], *row["recipients"], *row["participants"]]
    event = schema.frame("events", [{"event_id": "e", **row}]).to_dict("records")[0]
    for dated in (True, False):
        for text in tell(event, AT.date(), dated=dated):
            assert text.endswith(".")
            assert text[0] == text[0].upper()
            names = "".join([*row["actors"], *row["claimed_by"], row["place"], row["quantity"]])
            assert "[" not in text or "[" in names
            assert "{" not in text or "{" in names
            assert "  " not in text or "  " in event["quantity"]
            assert _SMALL.search(names) or not re.search(r"\b(the the|is are|was were)\b", text)


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(_odd, max_size=4), st.sampled_from(list(By)))
def test_any_events_make_both_files(world, rows, by):
    """Odd names, control signs and open dates: the page is well-formed, the Word file opens, all events are told."""
    made = [
        {
            "event_id": f"e{n}",
            **r,
            "actors": list(dict.fromkeys([*r["initiators"], *r["recipients"], *r["participants"]])),
        }
        for n, r in enumerate(rows)
    ]
    briefing = plan(world(made), Filters(), AT, by)
    outline = _Outline()
    outline.feed(html_bytes(briefing).decode())
    assert outline.open == []
    assert len(Document(io.BytesIO(docx_bytes(briefing))).paragraphs) >= 3
    assert len(briefing.citations) == len(rows)
