"""What counts as one event, as background, as a refusal, as a denial; and who is meant where nobody is named."""

import pytest

from dashlib.parsing.annotations import mentions
from dashlib.types import PlaceMention, PlacePrecision, Role, Status


@pytest.mark.parametrize(
    ("text", "kinds_told"),
    [
        ("Five people were killed in an Israeli air strike on Tyre.", ["strike"]),
        ("A Russian missile hit Sumy, killing three people and wounding ten.", ["strike"]),
        ("Turkey launched an offensive in northern Syria.", ["offensive"]),
        ("Modi and Erdogan met and signed a treaty.", ["summit", "agreement"]),
        ("Ukraine retook the village and captured 20 soldiers.", ["capture", "coercion"]),
        ("Iran threatened to bomb Israel.", ["threat"]),
        ("Serbia refused to sign the agreement with Kosovo.", ["refusal"]),
        ("Poland agreed to send tanks to Ukraine.", ["arms_transfer"]),
    ],
)
def test_one_mention_an_event(kinds, text, kinds_told):
    """Harm, light verbs, threats and pledges do not double the event that they tell."""
    assert kinds(text) == kinds_told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Refugees have left Ukraine since the invasion.", None),
        ("Refugees have left since Russia's invasion of Ukraine in February 2022.", "offensive"),
        ("Peace talks experts met the press in Oslo.", None),
        ("The Rapid Strike Force of Kenya was founded in Nairobi.", None),
        ("If Iran attacks Israel, oil prices rise.", None),
        ("Britain left the European Union without a deal.", None),
    ],
)
def test_background(kinds, text, kind):
    """What is named in passing, supposed, absent or part of a name is no event."""
    assert (kind in kinds(text)) if kind else (kinds(text) == [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israel will not free the prisoners.", "refusal"),
        ("Iran is not seeking talks with the United States.", "refusal"),
        ("Kenya has yet to recognise Kosovo.", "refusal"),
        ("Israel freed the prisoners.", "concession"),
        ("If Israel does not free the prisoners, talks will end.", None),
    ],
)
def test_refusals_by_negation(kinds, text, kind):
    """To say that a friendly act will not be done is to refuse it."""
    found = kinds(text)
    assert (kind in found) if kind else ("refusal" not in found)


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Finland said that Russia must leave Georgia.", True),
        ("Finland said that Finland must save money.", False),
        ("Finland said that Russia must not leave.", False),
        ("Sweden insists that Turkey needs to act.", True),
    ],
)
def test_demands_by_obligation(kinds, text, demanded):
    """What X said that Y must do is a demand of X on Y where they differ."""
    assert ("demand" in kinds(text)) is demanded


def test_denied_deed(small):
    """Who denies involvement denies the deed told before (codebook, settled difference 4)."""
    doc = small("A drone strike hit a base in Iraq. Turkey denied involvement.")
    denial = mentions(doc)[-1]
    assert (denial.kind, denial.status) == ("strike", Status.DENIED)
    assert [a.name for a in denial.actors(Role.INITIATOR)] == ["Turkey"]


def test_the_state_acts_where_an_official_announces(find):
    """Settled difference 14: the state sanctions, the minister only announces."""
    (told,) = find("Canadian Prime Minister Justin Trudeau announced sanctions against Belarus.")
    assert (told.kind, told.initiators, told.recipients) == ("sanction", {"Canada"}, {"Belarus"})


def test_who_announces_a_truce_of_others_is_no_party(find):
    """A truce between two is theirs, whoever announces it."""
    (told,) = find("Qatar's prime minister announced a truce between Israel and Hamas.")
    assert told.participants == {"Israel", "Hamas"}


def test_the_state_whose_town_is_hit_is_the_recipient(small):
    """A place in another country stands for the state that is hit."""
    doc = small.make_doc("Russian missiles struck the port of Odesa.")
    start = doc.text.index("Odesa")
    place = PlaceMention(
        start, start + 5, 6, 7, "Odesa", "698740", "Odesa", 46.5, 30.7, "UKR", "Odesa", PlacePrecision.SETTLEMENT, 1.0
    )
    for name, component in small.pipeline:
        if name == "dashlib_events":
            doc._.places = (place,)
        doc = component(doc)
    (mention,) = mentions(doc)
    assert [a.name for a in mention.actors(Role.RECIPIENT)] == ["Ukraine"]


def test_a_mention_shows_its_words_and_reasons(small):
    """The trigger takes in the light verb, the cues name the entry, and confidence is a share of one."""
    doc = small("Israel carried out an air strike on Tyre.")
    (mention,) = mentions(doc)
    assert doc[mention.trigger[0] : mention.trigger[1]].text == "carried out an air strike"
    assert mention.cues[0] == mention.rule
    assert "strike" in mention.rule
    assert 0 < mention.confidence < 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway gave Ukraine 50 million euros for artillery.", "arms_transfer"),
        ("Norway gave Ukraine 50 million euros for schools.", "aid"),
        ("Delegates from Chad and Niger met to negotiate a border treaty.", "negotiation"),
        ("Russia attacked Ukraine overnight.", "strike"),
        ("Turkish police attacked the crowd in Izmir with batons.", "attack"),
        ("The foreign ministers of Chad and Niger met virtually.", "call"),
    ],
)
def test_kinds_settled_by_context(kinds, text, kind):
    """Money for arms is arms, a meeting to negotiate is a negotiation, a state attacks another from afar."""
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Iranian drones struck a base in Iraq.", "drone"),
        ("Syria fired artillery shells at Jordan.", "heavy-weapons"),
        ("Prisoners in Bahrain began a hunger strike.", "hunger"),
        ("Sudan expelled the ambassador of Kenya.", "expel"),
        ("Ghana granted asylum to the writer from Togo.", "asylum"),
    ],
)
def test_modes(small, text, mode):
    """The words with the trigger give PLOVER's mode."""
    assert mode in {m.mode for m in mentions(small(text))}
