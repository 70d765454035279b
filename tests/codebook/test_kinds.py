"""The kinds and their codes are complete and agree with the codebook."""

from pathlib import Path

import pytest

from dashlib.codebook import FAMILIES, KINDS, kind
from dashlib.codebook.modes import MODES, codes
from dashlib.errors import CodebookError


def test_the_29_kinds_stand_in_four_families():
    """Every kind has a family that has colours."""
    assert len(KINDS) == 29
    assert {k.family for k in KINDS.values()} == set(FAMILIES) == {"Diplomacy", "War", "Help", "Pressure"}


@pytest.mark.parametrize(
    ("name", "plover", "quad"),
    [("call", "CONSULT", 1), ("strike", "ASSAULT", 4), ("demand", "REQUEST", 3), ("arms_transfer", "AID", 2)],
)
def test_kinds_have_their_plover_type_and_quad(name, plover, quad):
    """A kind's quad class is that of its PLOVER type."""
    assert (kind(name).plover_type, kind(name).quad) == (plover, quad)


def test_an_unknown_kind_is_refused_with_the_choice():
    """The error lists the kinds there are."""
    with pytest.raises(CodebookError, match="summit"):
        kind("party")


def test_modes_refine_the_codes():
    """A mode changes CAMEO and ACLED, not the type."""
    assert codes("strike", "heavy-weapons")["cameo"] == "194"
    assert codes("strike")["plover_mode"] == "aerial"
    assert codes("capture", "seize-nonstate")["acled"].startswith("Battles / Non-state")


@pytest.mark.parametrize(("name", "mode"), sorted(MODES))
def test_every_mode_gives_codes(name, mode):
    """Each row of the table gives a CAMEO code of two to four digits."""
    assert codes(name, mode)["cameo"].isdigit()


def test_an_unknown_mode_is_refused():
    """A mode that is not in the table is an error, not an empty code."""
    with pytest.raises(CodebookError, match=r"modes\.csv"):
        codes("call", "telepathy")


def test_every_kind_is_documented():
    """docs/codebook.md describes each kind as the table does."""
    text = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert [k.name for k in KINDS.values() if f"`{k.name}`" not in text or k.what not in text] == []
