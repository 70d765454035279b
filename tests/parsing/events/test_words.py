"""Words beyond the first of each kind: what is moved, held, stopped, shut or burst tells the event, and other senses do not."""

import pytest

CASES = [
    ("arms_transfer", "Spain handed Ukraine a battery of missiles."),
    ("arms_transfer", "Rifles for Chad's army were flown in from Turkey."),
    ("arms_transfer", "Chinese shells have been passed to the army of Myanmar."),
    ("arms_transfer", "Italy may lend Greece two frigates."),
    ("troop_transfer", "Portugal seconded a platoon to the French army."),
    ("troop_transfer", "Ugandan soldiers are serving alongside the army of South Sudan."),
    ("troop_transfer", "Iran denied lending instructors to Hezbollah."),
    ("labour_transfer", "Nepal sent maids to Kuwait."),
    ("labour_transfer", "Jamaica hired Cuban nurses under a bilateral agreement."),
    (
        "labour_transfer",
        "India and Israel agreed on the recruitment of builders, and the first of these labourers arrived in Haifa under the scheme.",
    ),
    ("aid", "Norway flew tents and blankets to Turkey."),
    ("aid", "France granted Lebanon a loan."),
    ("aid", "Poland took in refugees from Ukraine."),
    ("aid", "A convoy of flour from Egypt reached Gaza."),
    ("capture", "Rebels wrested the port from the army in Libya."),
    ("capture", "The village changed hands twice in the fighting near Lyman."),
    ("occupation", "Rwandan troops remain in Goma."),
    ("occupation", "Mosul was under the control of Islamic State."),
    ("strike", "Rockets from Lebanon landed near Haifa."),
    ("strike", "A bomb went off outside a police station in Karachi."),
    ("strike", "Saudi jets flattened a school in Yemen."),
    ("clash", "Kurdish fighters and Turkish soldiers came to blows near Afrin."),
    ("clash", "Fighting broke out in Khartoum."),
    ("attack", "Bandits carried off schoolgirls in Nigeria."),
    ("attack", "Militants torched a village in Mozambique."),
    ("offensive", "Russian columns rolled into Georgia."),
    ("offensive", "The rebel push on Goma has begun."),
    ("withdrawal", "The last Danish soldiers flew home from Mali."),
    ("withdrawal", "Kenya is thinning out its garrison in Haiti."),
    ("withdrawal", "France announced a pull-out from Niger."),
    ("ceasefire", "Guns fell silent in Tripoli."),
    ("ceasefire", "Israel and Hamas called a halt to the fighting."),
    ("deployment", "Chile moved a battalion to the border with Bolivia."),
    ("deployment", "Georgia ordered a troop build-up along the border."),
    ("deployment", "Two Russian frigates sailed into the Baltic Sea."),
    ("sanction", "Brazil threw out the Israeli ambassador."),
    ("sanction", "China halted purchases of coal from Australia."),
    ("sanction", "Algeria closed its airspace to Moroccan planes."),
    ("coercion", "Egypt is holding a cartoonist on suspicion of spying."),
    ("coercion", "Police in Harare broke up a rally of the opposition."),
    ("coercion", "The Greek coast guard turned back a boat with migrants."),
    ("protest", "Nurses in Lagos walked off the job."),
    ("protest", "Students staged a sit-in outside the embassy of Canada."),
    ("protest", "Farmers poured milk onto the street in Brussels."),
]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_told_by_other_words(kinds, kind, text):
    """Synonyms, nouns, particle verbs and phrases tell the kind as its first words do."""
    assert kind in kinds(text)


NOTHING = [
    "The team's striker fired a rocket into the net.",
    "The museum lent Spain a painting.",
    "The clock in Prague struck nine.",
    "Walnuts are shelled by hand in Moldova.",
    "The engine of the ferry to Hvar seized.",
    "The Dead Sea has retreated for decades.",
    "Reporters laid siege to the flat of the actor.",
    "The company in Oslo hired a nurse.",
    "An owner torched his own warehouse for the insurance.",
    "The peso rallied on Friday.",
    "The press embargo on the budget ends at noon.",
    "The historian writes of the siege of Vienna in a new book.",
    "Pupils in Kenya may retake the paper.",
    "A tank of water burst in Madrid.",
    "He picked up the phone in Caracas.",
    "The trial of the vaccine in Ghana starts in May.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_senses(kinds, text):
    """The same words said of sport, machines, goods, nature or the past tell nothing."""
    assert kinds(text) == []


DENIED = [
    ("strike", "Kyiv denied that its drones had hit a hospital in Belgorod."),
    ("arms_transfer", "Serbia denies selling rifles to Libya."),
    ("coercion", "Hungary denied detaining migrants."),
]


@pytest.mark.parametrize(("kind", "text"), DENIED)
def test_a_denied_deed_is_no_refusal(kinds, kind, text):
    """Who denies a deed tells of the deed, denied; the verb of denying is no event (codebook, difference 4)."""
    assert kinds(text) == [kind]


def test_denied_charges_stay_a_refusal(kinds):
    """A charge, claim or request that is denied is refused."""
    assert kinds("Iran denied the allegation by Israel.") == ["refusal"]


def test_nouns_of_verb_and_particle_show_whole(small):
    """A noun that the tokenizer splits is shown from its verb to its particle."""
    doc = small("France announced a pull-out from Niger.")
    first, last = doc._.mentions[0].trigger
    assert doc[first:last].text.endswith("pull-out")


def test_more_conditions_come_first(kinds):
    """Of two readings of one word the one that asks for more is taken."""
    assert kinds("Kenya moved two battalions to the border with Somalia.") == ["deployment"]
    assert kinds("Kenya moved its tanks away from the border with Somalia.") == ["withdrawal"]


HABITS = [
    "Sanctions seldom topple a government in Africa.",
    "The historian writes of the invasion of Poland.",
]


@pytest.mark.parametrize("text", HABITS)
def test_what_is_usual_or_retold_is_no_news(kinds, text):
    """What is usual, and what a book retells, is no event of the day."""
    assert kinds(text) == []
