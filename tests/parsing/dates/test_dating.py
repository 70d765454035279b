"""Which date an event takes: mentions set by hand on parsed texts."""

import datetime as dt

import pytest

from dashlib.parsing.dates import find
from dashlib.parsing.dating import date_mentions
from dashlib.types import Article, Basis, Interval, Mention, Precision, Status

_DAY = dt.date(2025, 8, 14)  # a Thursday


def _mentions(parsed, text, *events):
    """Give the dated mentions of a text: events are (trigger, kind, status)."""
    doc = parsed(text)
    published = Interval(_DAY, _DAY, Precision.DAY)
    doc._.article = Article(article_id="a", text=text, published=published)
    doc._.timexes = find(doc, published)
    made = []
    for trigger, kind, status in events:
        head = next(t.i for t in doc if t.text == trigger)
        made.append(Mention(head=head, trigger=(head, head + 1), kind=kind, rule=kind, status=status))
    doc._.mentions = tuple(sorted(made, key=lambda m: m.head))
    return date_mentions(doc)._.mentions


def _dates(mention):
    return mention.interval.start, mention.interval.end, mention.date_basis


_H, _O, _P, _M = Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.POSSIBLE
_FRESH = (dt.date(2025, 8, 13), _DAY, Basis.PUBLISHED)
_NONE = (None, None, Basis.NONE)

_TUESDAY = (dt.date(2025, 8, 12), dt.date(2025, 8, 12), Basis.RELATIVE)
_FRIDAY = (dt.date(2025, 8, 15), dt.date(2025, 8, 15), Basis.RELATIVE)
_EXACT = (dt.date(2025, 8, 12), dt.date(2025, 8, 12), Basis.EXPLICIT)
_PAST = (dt.date(2025, 7, 31), _DAY, Basis.RELATIVE)

_ONE = [
    ("The leaders met on August 12.", "met", "meeting", _H, _EXACT),
    ("The leaders met on Tuesday.", "met", "meeting", _H, _TUESDAY),
    ("On Tuesday the army attacked the port.", "attacked", "strike", _H, _TUESDAY),
    ("The army launched an attack on Tuesday.", "attack", "strike", _H, _TUESDAY),
    ("The army advanced this week.", "advanced", "offensive", _H, (dt.date(2025, 8, 11), _DAY, Basis.RELATIVE)),
    ("The army has shelled the town since May.", "shelled", "strike", _O, (dt.date(2025, 5, 1), _DAY, Basis.EXPLICIT)),
    ("The leaders will meet on Friday.", "meet", "summit", _P, _FRIDAY),
    ("The leaders agreed on Tuesday to meet on Friday.", "meet", "summit", _P, _FRIDAY),
    ("The leaders will meet this week.", "meet", "summit", _P, (_DAY, dt.date(2025, 8, 17), Basis.RELATIVE)),
    ("The leaders will meet in Oslo.", "meet", "summit", _P, _NONE),
    ("The leaders could meet in Oslo.", "meet", "summit", _M, _NONE),
    ("Drones struck the port.", "struck", "strike", _H, _FRESH),
    ("The minister accused the rebels of lying.", "accused", "accusation", _H, _FRESH),
    ("The Kremlin voiced concern over the drills.", "voiced", "accusation", _H, _FRESH),
    ("Nairobi lodged a protest.", "protest", "accusation", _H, _FRESH),
    ("The envoy renewed his appeal for a truce.", "appeal", "demand", _H, _FRESH),
    ("The cabinet rejected the appeal.", "appeal", "demand", _H, _NONE),
    ("The country has provided the rebels with missiles.", "provided", "arms_transfer", _H, _NONE),
    ("The country occupies the island.", "occupies", "occupation", _O, _NONE),
    ("The fleet left the bay in the past two weeks.", "left", "withdrawal", _H, _PAST),
]  # fmt: skip


@pytest.mark.parametrize("case", _ONE, ids=lambda c: c[0])
def test_one_event(parsed, case):
    """An event takes the date of its clause within the bounds of its status, else what the codebook says."""
    text, *event, expected = case
    (mention,) = _mentions(parsed, text, tuple(event))
    assert _dates(mention) == expected


def test_the_date_of_another_event_is_not_taken(parsed):
    """A date below a linking preposition dates what it stands beside: the invasion, not the meeting."""
    meeting, invasion = _mentions(
        parsed,
        "This will be their first meeting since the invasion of the island in February 2022.",
        ("meeting", "summit", _P),
        ("invasion", "offensive", _H),
    )
    assert _dates(meeting) == _NONE
    assert _dates(invasion) == (dt.date(2022, 2, 1), dt.date(2022, 2, 28), Basis.EXPLICIT)


def test_two_verbs_take_their_own_dates(parsed):
    """Each of two joined verbs keeps its own date."""
    arrived, left = _mentions(
        parsed,
        "The envoy arrived on Monday and left on Wednesday.",
        ("arrived", "visit", _H),
        ("left", "withdrawal", _H),
    )
    assert arrived.interval.start == dt.date(2025, 8, 11)
    assert left.interval.start == dt.date(2025, 8, 13)


def test_joined_verbs_share_a_date(parsed):
    """The second of two joined verbs without a date shares that of the first."""
    met, signed = _mentions(
        parsed,
        "On Monday the leaders met in Oslo and signed a treaty.",
        ("met", "summit", _H),
        ("signed", "agreement", _H),
    )
    assert met.interval.start == signed.interval.start == dt.date(2025, 8, 11)


def test_a_plan_does_not_take_the_day_of_its_announcement(parsed):
    """What was announced on Monday is not planned for Monday."""
    (visit,) = _mentions(parsed, "On Monday the ministers announced a visit by the king.", ("visit", "visit", _P))
    assert _dates(visit) == _NONE


def test_a_plan_takes_the_day_behind_it(parsed):
    """A day to come behind the planned act is its own, whatever verb of telling the parser hangs it on."""
    (talks,) = _mentions(
        parsed,
        "The king confirmed his aims ahead of talks with the emir on Friday, August 22.",
        ("talks", "summit", _P),
    )
    assert talks.interval.start == dt.date(2025, 8, 22)


def test_a_state_told_in_passing_does_not_take_the_date_of_the_act(parsed):
    """A relative clause in the present keeps clear of the date of the main clause."""
    entered, occupies = _mentions(
        parsed,
        "The army entered the region last year in an attack on the country, which occupies the island.",
        ("entered", "offensive", _H),
        ("occupies", "occupation", _O),
    )
    assert entered.interval.start == dt.date(2024, 1, 1)
    assert _dates(occupies) == _NONE


def test_what_a_conjunction_puts_before_is_background(parsed):
    """What happened "after" something told without a date is no news of the day."""
    (reported,) = _mentions(
        parsed, "The row comes after a paper accused the bank of fraud.", ("accused", "accusation", _H)
    )
    assert _dates(reported) == _NONE


def test_the_story_goes_on(parsed):
    """A sentence without a date goes on with the day of the sentence before."""
    _, urged = _mentions(
        parsed,
        "The ministers spoke by phone on Monday. The minister urged his colleague to free the crew.",
        ("spoke", "call", _H),
        ("urged", "demand", _H),
    )
    assert _dates(urged) == (dt.date(2025, 8, 11), dt.date(2025, 8, 11), Basis.INHERITED)


def test_a_chronicle_tells_its_own_day(parsed):
    """A text told in the present tense tells the day of publication."""
    (strikes,) = _mentions(parsed, "Russia launches drones at two ports, killing a guard.", ("launches", "strike", _H))
    assert _dates(strikes) == (_DAY, _DAY, Basis.PUBLISHED)


def test_what_happened_is_never_dated_after_publication(parsed):
    """A weekday that the verb puts ahead is turned back where the event happened."""
    (mention,) = _mentions(parsed, "The leaders meet on Friday in Oslo.", ("meet", "summit", _H))
    assert mention.interval.end is None or mention.interval.end <= _DAY


def test_nothing_is_dated_without_publication(parsed):
    """Without a publication date a fresh report has no date, and no error is made of it."""
    text = "Drones struck the port."
    doc = parsed(text)
    doc._.timexes = find(doc, Interval())
    doc._.mentions = (Mention(head=1, trigger=(1, 2), kind="strike", rule="strike"),)
    assert _dates(date_mentions(doc)._.mentions[0]) == _NONE


_COUNTED = [
    ("The ministers met on Tuesday, a day after drones struck the port.", "struck", "strike", dt.date(2025, 8, 11)),
    ("The envoy resigned on Tuesday, two days after the attack on the port.", "attack", "attack", dt.date(2025, 8, 10)),
    ("Two days after the rivals signed a treaty, the king left on Monday.", "signed", "agreement", dt.date(2025, 8, 9)),
    ("The king left on Monday, hours after rebels fired rockets at the port.", "fired", "strike", dt.date(2025, 8, 11)),
    ("The rivals spoke on August 5, a week before they signed a treaty.", "signed", "agreement", dt.date(2025, 8, 12)),
    ("The fleet left 24 hours after rebels struck it on Tuesday.", "struck", "strike", dt.date(2025, 8, 12)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "kind", "day"), _COUNTED, ids=[c[0] for c in _COUNTED])
def test_days_counted_from_the_clause_above(parsed, text, trigger, kind, day):
    """What hangs below "a day after" lies so many days from what the clause above tells, unless it has its own date."""
    (mention,) = _mentions(parsed, text, (trigger, kind, _H))
    assert (mention.interval.start, mention.interval.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The king left on Monday, almost a week after rebels struck the port.", "struck", "strike"),
        ("The king left on Monday after rebels struck the port.", "struck", "strike"),
        ("The talks ended on Monday after the attack on the port.", "attack", "attack"),
        ("The king left on Monday, months after rebels struck the port.", "struck", "strike"),
    ],
)
def test_no_days_are_counted_without_a_number(parsed, text, trigger, kind):
    """Without a number before "after" no day follows from the clause above."""
    (mention,) = _mentions(parsed, text, (trigger, kind, _H))
    assert _dates(mention) == _NONE


_TODAY = (_DAY, _DAY, Basis.PUBLISHED)
_C = Status.CANCELLED
_NEWS = [
    ("The ministry has condemned the raid.", "condemned", "accusation", _H, _FRESH),
    ("The rivals have signed a treaty.", "signed", "agreement", _H, _FRESH),
    ("The army said it had shot down three drones.", "shot", "strike", _H, _FRESH),
    ("The ministry said rebels had attacked the port.", "attacked", "attack", _H, _FRESH),
    ("Five people were killed in a strike on the port.", "strike", "strike", _H, _FRESH),
    ("Meeting in Oslo, the ministers asked for restraint.", "Meeting", "meeting", _H, _FRESH),
    ("The king called off a visit to Oslo.", "visit", "visit", _C, _FRESH),
    ("The militia says it has assassinated a judge.", "assassinated", "attack", _H, _TODAY),
    ("The bank announces that the treasury has imposed sanctions on the firm.", "imposed", "sanction", _H, _TODAY),
    ("The militia announces that it is postponing the release of a hostage.", "release", "concession", _C, _TODAY),
    ("The court votes to strike down the law.", "strike", "refusal", _H, _TODAY),
    ("The army, backed by airstrikes from its allies, captures the town.", "airstrikes", "strike", _H, _TODAY),
    ("The president has already condemned the raid.", "condemned", "accusation", _H, _NONE),
    ("The country has sent the rebels missiles.", "sent", "arms_transfer", _H, _NONE),
    ("The minister had condemned the raid.", "condemned", "accusation", _H, _NONE),
    ("The army said it had previously shot down three drones.", "shot", "strike", _H, _NONE),
    ("The rebels failed to take the town.", "take", "capture", _C, _NONE),
    ("The king visits a town that the rebels had captured.", "captured", "capture", _H, _NONE),
]  # fmt: skip


@pytest.mark.parametrize("case", _NEWS, ids=lambda c: c[0])
def test_fresh_reports(parsed, case):
    """The perfect of a lead, a deed a party reports and what is called off are news of the day, the rest is not."""
    text, *event, expected = case
    (mention,) = _mentions(parsed, text, tuple(event))
    assert _dates(mention) == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army broke the truce that began on Monday.", "truce"),
        ("Hundreds died in the offensive that was launched on Monday.", "offensive"),
    ],
)
def test_the_day_on_which_it_began(parsed, text, trigger):
    """A relative clause that says when something began dates it."""
    (mention,) = _mentions(parsed, text, (trigger, "offensive", _H))
    assert mention.interval.start == dt.date(2025, 8, 11)


def test_days_told_together_are_one_stretch(parsed):
    """Two days joined by "and" that follow each other are the days of the talks."""
    (mention,) = _mentions(
        parsed, "They negotiated in Geneva on Monday and Tuesday.", ("negotiated", "negotiation", _H)
    )
    assert _dates(mention)[:2] == (dt.date(2025, 8, 11), dt.date(2025, 8, 12))
    (mention,) = _mentions(
        parsed, "They negotiated in Geneva on Monday and Wednesday.", ("negotiated", "negotiation", _H)
    )
    assert _dates(mention)[:2] == (dt.date(2025, 8, 11), dt.date(2025, 8, 11))


def test_the_date_of_a_thing_is_not_that_of_the_deed(parsed):
    """What hangs on a noun that is no event says when that was made."""
    (mention,) = _mentions(parsed, "The king praised the plan of last year.", ("praised", "support", _H))
    assert _dates(mention) == _FRESH
