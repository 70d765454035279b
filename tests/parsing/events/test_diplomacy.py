"""Words and deeds of diplomacy: many ways to tell them, and what looks like them and is none."""

import pytest

from dashlib.codebook.conditions import conditions
from dashlib.parsing.events.conditions import hold
from dashlib.parsing.events.reading import Reading

ENTRIES = [
    # call
    ("The two presidents discussed the dam over the phone.", "call"),
    ("Denmark's foreign minister briefed her Latvian colleague by telephone.", "call"),
    ("Macron took a call from Mahmoud Abbas.", "call"),
    ("The foreign ministers of Chile and Peru held a virtual session.", "call"),
    ("Spain called Morocco on the hotline.", "call"),
    # meeting and summit
    ("Jordan's foreign minister sat down with the Turkish envoy in Aqaba.", "meeting"),
    ("Ambassadors from Kenya and Uganda conferred in Nairobi.", "meeting"),
    ("The new ambassador of Peru called on President Lula in the afternoon.", "meeting"),
    ("Baltic prime ministers gathered in Tartu.", "summit"),
    ("Seven heads of state met in Dakar.", "summit"),
    # visit
    ("Chancellor Olaf Scholz set off on a tour of Ghana and Togo.", "visit"),
    ("Pope Francis set foot in Iraq on Friday.", "visit"),
    ("Macron scrapped his trip to Baku.", "visit"),
    ("King Felipe touched down in Havana.", "visit"),
    # negotiation
    ("Chad and Libya are haggling over the frontier.", "negotiation"),
    ("The talks in Muscat resumed on Sunday.", "negotiation"),
    ("Oman acted as mediator between Iran and Saudi Arabia.", "negotiation"),
    ("Armenia and Azerbaijan opened a back channel.", "negotiation"),
    # agreement
    ("Ghana and Togo initialled a maritime accord.", "agreement"),
    ("Chile and Bolivia patched up their dispute.", "agreement"),
    ("The two sides agreed on a timetable.", "agreement"),
    ("Vietnam and Laos renewed the memorandum.", "agreement"),
    # cooperation
    ("Greek and Italian frigates sailed together off Crete.", "cooperation"),
    ("Peru shared radar data with Colombia.", "cooperation"),
    ("Egypt and Jordan held a drill in the Red Sea.", "cooperation"),
    ("Finland pooled its maps with Sweden.", "cooperation"),
    # support
    ("Senegal threw its weight behind the candidate of Ghana.", "support"),
    ("Austria upgraded its mission in Kabul.", "support"),
    ("Cuba seconded the proposal of Brazil.", "support"),
    ("Malta reaffirmed its backing for Tunisia.", "support"),
    # demand
    ("Angola turned down an appeal by Zambia.", "demand"),
    ("Japan wants all prisoners to go home.", "demand"),
    ("Iraq insisted that Turkey leave the base.", "demand"),
    ("At the request of Qatar, the council met again.", "demand"),
    ("The rebels offered talks to Colombia.", "demand"),
    # refusal
    ("Tunisia turned its back on the plan of the IMF.", "refusal"),
    ("Serbia walked away from the accord.", "refusal"),
    ("Algeria disregarded the ruling of the court.", "refusal"),
    ("Delegates from Mali stormed out of the session.", "refusal"),
    # accusation
    ("Ireland upbraided Israel over the raid.", "accusation"),
    ("The council reopened the inquiry into the massacre in Mali.", "accusation"),
    ("Cyprus took Turkey to task over its drilling.", "accusation"),
    ("Rwanda called the report an outrage.", "accusation"),
    # threat
    ("Eritrea vowed to punish Ethiopia.", "threat"),
    ("Warnings from Tehran that it would close the strait worried Oman.", "threat"),
    ("The rebels laid down a deadline.", "threat"),
    # concession
    ("Somali pirates let the crew go.", "concession"),
    ("Uganda scrapped the tax on salt after the riots.", "concession"),
    ("Kenya reopened the crossing at Moyale.", "concession"),
    ("Nigeria agreed to let the ship leave.", "concession"),
    ("The kidnappers freed 30 pupils after a ransom was paid.", "concession"),
]

NOTHING = [
    "The referee called off the match in Leeds.",
    "She spoke Arabic and French with her neighbours in Lille.",
    "The firm agreed to merge with a rival from Osaka.",
    "The board of the club meets on Tuesday.",
    "A meeting of shareholders was held in Lagos.",
    "The widow let the flat to a student from Lima.",
    "The chief executive quit smoking in Malta.",
    "The minister declined to comment in Rome.",
    "The bishop of Cork resigned at seventy-five.",
    "Brighton released two players in the league.",
    "Contract talks with her publisher dragged on.",
    "Journalists reached the spokesman by phone in Juba.",
]


@pytest.mark.parametrize(("text", "kind"), ENTRIES)
def test_ways_to_tell_it(kinds, text, kind):
    """Synonyms, particle verbs, light verbs and nouns tell the kind as the plain verb does."""
    assert kind in kinds(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it(kinds, text):
    """The words of diplomacy in sport, business and private life are no events."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway denied that it had praised the general.", ["support"]),
        ("Belarus denies sending workers to Syria.", ["labour_transfer"]),
        ("Ghana rejected reports that its president had met the rebels of Mali.", ["meeting"]),
        ("Jordan denied the report.", ["refusal"]),
        ("Malta rejected the demand of Libya.", ["refusal", "demand"]),
    ],
)
def test_the_denied_deed_stays(kinds, text, found):
    """A denial tells the deed that is denied (settled difference 4); where no deed is told, it is a refusal."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Libya turned down a request by Malta.", ["refusal", "demand"]),
        ("Chad ignored the warnings of Sudan.", ["refusal", "threat"]),
        ("Peru welcomed the release of the prisoners by Cuba.", ["support", "concession"]),
        ("Chile urged Peru to free the fishermen.", ["demand", "concession"]),
        ("Iran threatened to reject the demand of Iraq.", ["threat"]),
    ],
)
def test_words_about_words(kinds, text, found):
    """What is refused, welcomed or asked for is an event of its own; what is threatened is not."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The visit was called off because of the storm.", "visit"),
        ("The state visit to Spain will not take place.", "visit"),
        ("The talks collapsed.", "negotiation"),
        ("The two sides exchanged 40 prisoners.", "concession"),
        ("They demanded an apology.", "demand"),
    ],
)
def test_events_without_names(kinds, text, kind):
    """A gathering that takes place or falls through, and public doers without a name, are enough for an event."""
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("EU to drop tariffs on steel", "European Union"),
        ("Turkey to host talks on Sudan", "Turkey"),
    ],
)
def test_headlines_without_a_finite_verb(find, text, doer):
    """Who is to do it stands over the infinitive of a headline."""
    assert any(doer in told.initiators | told.participants for told in find(text))


def test_joint_work_needs_two(kinds):
    """What one side does "together" is not joint work; what two do is."""
    assert "cooperation" in kinds("Chad and Niger are repairing the well together.")
    assert "cooperation" not in kinds("Chad is repairing the well together.")


@pytest.mark.parametrize(
    ("text", "trigger", "condition", "expected"),
    [
        ("Iraq and Iran signed.", "signed", "subj=@two", True),
        ("Iraq signed.", "signed", "subj=@two", False),
        ("Iraq insisted that Turkey leave the base.", "insisted", "comp=@bare", True),
        ("Iraq insisted that Turkey had left the base.", "insisted", "comp=@bare", False),
    ],
)
def test_marks(small, text, trigger, condition, expected):
    """`@two` asks for two actors, `@bare` for a clause in the subjunctive."""
    doc = small(text)
    head = next(t for t in doc if t.text == trigger)
    assert hold(Reading(head, (head,)), conditions(condition), ()) is expected
