"""What a reader takes away: the same bytes as the command line's, the chart as a picture and as a page, a briefing."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as LateError
from playwright.sync_api import expect
from typer.testing import CliRunner

from dashlib.cli import app
from dashlib.export import FORMS

pytestmark = pytest.mark.browser

_MARKS = ".js-plotly-plot .scatterlayer .trace path.point"
_DATA = ("csv", "csv-excel", "parquet", "jsonl", "geojson", "timelinejs", "ical", "docx", "html")
_ACTOR = b"<h2>Vladimir Putin ("
_PATH = "/?who=Vladimir+Putin"


def _open_more(page):
    if page.get_by_text("The same rows").is_visible():
        return
    page.locator(_MARKS).first.wait_for(timeout=60_000)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_text("The same rows").wait_for()


def _taken(page, label):
    """Click a button by its label and give the file's name and bytes; a click on what is drawn anew may be lost."""
    for last in (False, False, False, True):
        try:
            with page.expect_download(timeout=8_000) as waiting:
                page.get_by_role("button", name=label, exact=True).click()
        except LateError:
            if last:
                raise
        else:
            break
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def _exported(store, address, form, folder, *more):
    target = folder / f"out-{form}"
    command = ["export", "events", "--store", store.path, "--format", form, "--like", address, "-o", str(target), *more]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    return target.read_bytes()


@pytest.mark.parametrize("path", [_PATH, "/calls?who=Vladimir+Putin"])
def test_app_and_command_line_give_the_same_bytes(open_page, address, store, tmp_path, path):
    """For the address of the page the command line writes, byte for byte, what the page hands out."""
    page = open_page(path)
    page.locator(_MARKS).first.wait_for(timeout=60_000)
    for form in _DATA:
        if form != "csv":
            _open_more(page)
        name, taken = _taken(page, "Download CSV" if form == "csv" else FORMS[form].label)
        assert name.endswith(f".{FORMS[form].suffix}")
        assert path != _PATH or len(taken) > 200, form
        assert taken == _exported(store, address + path, form, tmp_path), form


def test_the_bundle_is_the_same_but_for_its_time(open_page, address, store, tmp_path):
    """Every file in it is the same; the manifest differs in the time of writing alone, and names the address."""
    page = open_page(_PATH)
    _open_more(page)
    taken = zipfile.ZipFile(io.BytesIO(_taken(page, FORMS["bundle"].label)[1]))
    other = zipfile.ZipFile(io.BytesIO(_exported(store, address + _PATH, "bundle", tmp_path)))
    manifests = [json.loads(z.read("manifest.json")) for z in (taken, other)]
    assert taken.namelist() == other.namelist()
    for name in set(taken.namelist()) - {"manifest.json"}:
        assert taken.read(name) == other.read(name)
    assert manifests[0].pop("written")
    assert manifests[1].pop("written")
    assert manifests[0] == manifests[1]
    assert manifests[0]["address"] == f"{address}/?who=Vladimir+Putin"


def test_a_briefing_by_actor(open_page, address, store, tmp_path):
    """The choice above the buttons holds for the file."""
    page = open_page(_PATH)
    _open_more(page)
    page.get_by_role("radio", name="A section an actor").click()
    for _ in range(5):  # the choice may still be on its way when the button is clicked
        text = _taken(page, FORMS["html"].label)[1]
        if _ACTOR in text:
            break
    other = _exported(store, address + _PATH, "html", tmp_path, "--paragraph", "actor")
    assert text == other
    assert _ACTOR in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_is_a_picture(open_page, scheme):
    """PNG and SVG, of the chart as it stands, on the ground of the theme; the list stays open between the two."""
    page = open_page("/?kind=Call", scheme=scheme)
    _open_more(page)
    name, png = _taken(page, "Chart as PNG")
    assert (name, png[:8]) == ("dashlib-timeline.png", b"\x89PNG\r\n\x1a\n")
    name, svg = _taken(page, "Chart as SVG")
    assert name == "dashlib-timeline.svg"
    ground, tone = {"light": ("255, 255, 255", "47, 111, 176"), "dark": ("15, 19, 25", "107, 166, 224")}[scheme]
    text = svg.decode()
    assert f"rgb({ground})" in re.search(r"<rect[^>]*>", text)[0]
    assert text.count(f"rgb({tone})") >= 16


def test_the_chart_is_a_page(open_page, tmp_path):
    """A file that shows the same marks without the app, and without any other machine."""
    page = open_page("/?kind=Call")
    _open_more(page)
    marks = page.locator(_MARKS).count()
    name, data = _taken(page, "Chart as a web page")
    assert name == "dashlib-timeline-chart.html"
    (tmp_path / "chart.html").write_bytes(data)
    page.goto((tmp_path / "chart.html").as_uri())
    expect(page.get_by_role("heading", name="16 events: calls")).to_be_visible()
    expect(page.locator(_MARKS)).to_have_count(marks)
    assert _taken(page, "Save as PNG")[1][:4] == b"\x89PNG"
    assert _taken(page, "Save as SVG")[1].startswith(b"<svg")


def test_the_numbers_of_the_bars_are_a_file(open_page):
    """“How many” hands out the counts that it shows."""
    page = open_page("/?kind=Call")
    page.locator(_MARKS).first.wait_for(timeout=60_000)
    page.get_by_role("tab", name="How many").click()
    page.get_by_text("The numbers as a table").click()
    name, data = _taken(page, "Download these numbers as CSV")
    lines = data.decode().splitlines()
    assert name == "dashlib-over-time-timeline.csv"
    assert lines[0] == "From,To,Diplomacy"
    assert sum(int(line.rpartition(",")[2]) for line in lines[1:]) == 16


def test_the_lists_of_articles_and_problems_are_files(open_page, store):
    """Each table that is no table of events has its own download."""
    page = open_page("/articles")
    name, data = _taken(page, "Download the list as CSV")
    assert name == "dashlib-articles.csv"
    assert len(data.decode().splitlines()) == len(store.frames().articles) + 1
