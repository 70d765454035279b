"""The language of a text, whatever the metadata declares."""

import pytest

from dashlib.articles.language import detect, normal, readable, refusal

TEXTS = {
    "en": "The foreign minister arrived in the capital on Monday for talks with his counterpart.",
    "fr": "Le ministre des Affaires étrangères est arrivé lundi dans la capitale pour des entretiens.",
    "de": "Der Außenminister traf am Montag zu Gesprächen mit seinem Amtskollegen in der Hauptstadt ein.",
    "es": "El ministro de Exteriores llegó el lunes a la capital para reunirse con su homólogo.",
    "ru": "Министр иностранных дел прибыл в понедельник в столицу на переговоры со своим коллегой.",
    "uk": "Міністр закордонних справ прибув у понеділок до столиці на переговори зі своїм колегою.",
    "ar": "وصل وزير الخارجية إلى العاصمة يوم الاثنين لإجراء محادثات مع نظيره.",
    "zh": "外交部长周一抵达首都,与对方举行会谈。",
    "ko": "외교부 장관은 월요일 수도에 도착해 회담을 가졌다.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
@pytest.mark.parametrize("declared", ["", "en", "de-DE", "nonsense"])
def test_the_text_decides(code, text, declared):
    """A text of a sentence or more is in its own language, whatever is declared."""
    assert detect(text * 2, declared=declared) == code


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [("Scholz in Kyiv", "", "en"), ("Scholz in Kyiv", "de", "de"), ("", "French", "fr"), ("12 345", "xx", "en")],
)
def test_a_short_text_is_what_is_declared(text, declared, code):
    """Three words tell no language; then the declared one counts, and English where there is none."""
    assert detect(text, declared=declared) == code


def test_one_foreign_quote_does_not_make_a_text_foreign():
    """An English report that quotes a French slogan is English."""
    text = TEXTS["en"] + " Protesters chanted « Nous ne céderons pas, la rue est à nous ». " + TEXTS["en"]
    assert detect(text) == "en"


@pytest.mark.parametrize(
    ("written", "code"),
    [("en-GB", "en"), ("EN_us", "en"), ("eng", "en"), ("English", "en"), ("Farsi", "fa"), ("zh-Hant-TW", "zh"),
     ("", ""), ("klingon", "")],
)  # fmt: skip
def test_ways_to_write_a_language(written, code):
    """Tags, three-letter codes and names are one code."""
    assert normal(written) == code


def test_only_english_is_readable():
    """English in any of its forms is read, nothing else."""
    assert readable("en")
    assert readable("en-US")
    assert not readable("fr")
    assert not readable("")


def test_a_refusal_names_the_language():
    """The sentence says what it is written in, and what becomes of it."""
    assert refusal("uk") == "written in Ukrainian; dashlib reads English; the article is kept, without events"
    assert "'tlh'" in refusal("tlh")
