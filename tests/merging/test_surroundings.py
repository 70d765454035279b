"""What a mention leaves to its sentence, its headline and its article, and nouns that take their event for known."""

import pytest

from dashlib.merging.naming import named_in, pointing, says_which

DAYS = ["2025-08-13", "2025-08-16", "2025-08-20"]


@pytest.mark.parametrize(
    ("before", "trigger", "known", "apart"),
    [
        ("The ", "truce", True, False),
        ("since Friday's ", "talks", True, False),
        ("After the long-awaited ", "summit", True, False),
        ("A ", "ceasefire", False, False),
        ("They held ", "talks", False, False),
        ("the leader will ", "visit", False, False),
        ("It carried out another ", "strike", False, True),
        ("the next ", "round", False, True),
        ("the president ", "met", False, False),
    ],
)
def test_a_noun_says_whether_its_event_is_known(before, trigger, known, apart):
    """By its article, its owner, or a word that sets it apart; verbs say nothing."""
    assert pointing(before, trigger) == (known, apart)


@pytest.mark.parametrize(("after", "expected"), [(" of civilians", True), (" lasted an hour", False), ("", False)])
def test_what_follows_a_noun_may_say_which_event_it_is(after, expected):
    """The killing of civilians is no other killing."""
    assert says_which("killing", after) == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kyiv accused the Kremlin of delay", {"UKR", "RUS"}),
        ("Israeli jets hit Hamas positions", {"ISR", "Hamas"}),
        ("a turkey and a slice of chad", set()),
    ],
)
def test_parties_are_named_by_people_capital_and_seat(text, parties):
    """And only where the name is written as one."""
    assert named_in(text).parties == parties


def told(mention, article_row, texts, rows):
    """Give mention rows and article rows with titles and texts."""
    articles = [{**article_row(n, DAYS[n - 1]), "title": t, "text": x} for n, (t, x) in enumerate(texts, start=1)]
    return [mention(k, q, **more) for k, q, more in rows], articles


TRUCE = [
    ("ceasefire", "Russia and Ukraine agreed to a truce on Tuesday",
     {"participants": ["Russia", "Ukraine"], "date": "2025-08-12", "article": 1, "trigger": "truce"}),
    ("ceasefire", "The truce of August 12 has held since", {"date": "2025-08-12", "article": 2, "trigger": "truce"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "text", "events"),
    [
        (
            "Guns silent between Russia and Ukraine",
            "Moscow and Kyiv kept to it. The truce of August 12 has held since.",
            1,
        ),
        ("Guns silent between India and Pakistan", "New Delhi and Islamabad kept to it. The truce has held since.", 2),
    ],
)
def test_an_article_tells_whom_its_truce_is_between(make, mention, article, title, text, events):
    """One report names the parties, the other leaves them to its headline: they must be the same ones."""
    lead = ("Truce agreed", "Russia and Ukraine agreed to a truce on Tuesday.")
    rows, articles = told(mention, article, [lead, (title, text)], TRUCE)
    assert len(make(rows, articles).consolidate().events) == events


def meetings(later: str) -> list:
    """Give a meeting and a later noun of one article."""
    return [
        ("summit", "Trump received Putin in Anchorage",
         {"participants": ["Trump", "Putin"], "date": "2025-08-15", "place": "Anchorage", "article": 2,
          "trigger": "received"}),
        ("summit", later, {"article": 2, "start": 4, "trigger": "meeting"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("later", "events"),
    [("The meeting lasted three hours", 1), ("It was a meeting of equals", 2), ("Another meeting is to follow", 2)],
)
def test_the_meeting_further_down_is_the_one_told_before(make, mention, later, events):
    """Only where the noun takes it for known."""
    rows = [mention(k, q, **more) for k, q, more in meetings(later)]
    assert len(make(rows, DAYS).consolidate().events) == events


def test_an_echo_goes_where_its_antecedent_goes(make, mention):
    """It says too little to be merged by itself, and joins the event that its article told."""
    rows = [
        *meetings("The meeting lasted three hours"),
        ("summit", "Trump will receive Putin in Alaska on Friday",
         {"participants": ["Trump", "Putin"], "date": "2025-08-15", "place": "Alaska", "status": "planned",
          "article": 1}),
    ]  # fmt: skip
    done = make([mention(k, q, **more) for k, q, more in rows], DAYS).consolidate()
    assert len(set(done.event_ids.values())) == 1


def test_one_name_each_of_two_that_meet_is_no_contradiction(make, mention):
    """His talks with Putin, and Putin's talks with Trump on that day."""
    rows = [
        ("summit", "the talks with Putin on August 15", {"participants": ["Putin"], "date": "2025-08-15", "article": 2,
                                                         "place": "Anchorage"}),
        ("summit", "the talks with Trump on August 15", {"participants": ["Trump"], "date": "2025-08-15", "article": 3,
                                                         "place": "Anchorage"}),
    ]  # fmt: skip
    assert len(make([mention(k, q, **more) for k, q, more in rows], DAYS).consolidate().events) == 1


def test_visits_have_a_direction(make, mention):
    """He goes there, and later the other comes here: two visits."""
    rows = [
        ("visit", "Trump will travel to Russia", {"initiators": ["Trump"], "recipients": ["Russia"], "status": "planned",
                                                  "date": "2025-09-01/2025-09-30", "article": 1}),
        ("visit", "Putin will travel to the United States",
         {"initiators": ["Putin"], "recipients": ["United States"], "status": "planned",
          "date": "2025-09-01/2025-09-30", "article": 2}),
    ]  # fmt: skip
    assert len(make([mention(k, q, **more) for k, q, more in rows], DAYS).consolidate().events) == 2
