"""The command line: what it prints, where, and how it ends."""

import csv
import io
import json
import logging
import os
import re
import socket
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import dashlib
from dashlib import schema
from dashlib.cli import app, serving
from dashlib.errors import DashlibError
from dashlib.export import FORMS
from dashlib.query.filters import PARAMS
from dashlib.store import Store

ROOT = Path(__file__).resolve().parent.parent
STORY = """---
title: Ministers meet in Oslo
published: 2024-03-04
source: The Daily
language: en
---
Russian President Vladimir Putin spoke by phone with Chinese President Xi Jinping on Sunday, the Kremlin said.

On Friday Ukraine launched a drone attack on an oil depot near Rostov, according to the governor.
"""
FRENCH = (
    "Le président français a rencontré lundi à Paris le chancelier allemand pour parler de la guerre en Ukraine. " * 3
)


@pytest.fixture(autouse=True)
def logs():
    """Leave the logging of the test run as it was."""
    handlers, level = list(logging.root.handlers), logging.root.level
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


@pytest.fixture
def run():
    """Give a function that runs the command line in this process."""

    def call(*arguments, **kwargs):
        return CliRunner().invoke(app, [str(a) for a in arguments], **kwargs)

    return call


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Give a folder with two articles and a file that cannot be read."""
    path = tmp_path_factory.mktemp("articles")
    (path / "a.txt").write_text(STORY)
    (path / "b.txt").write_text(FRENCH)
    (path / "c.pdf").write_bytes(b"%PDF-1.4 nothing")
    return path


@pytest.fixture(scope="module")
def filled(folder, tmp_path_factory):
    """Give a store that holds the folder's articles, and what ingesting it said."""
    store = tmp_path_factory.mktemp("data") / "store"
    result = CliRunner().invoke(app, ["ingest", str(folder), "--store", str(store)])
    assert result.exit_code == 0, result.output
    return store, result


def test_the_version(run):
    """`--version` names the package and its version."""
    assert run("--version").output == f"dashlib {dashlib.__version__}\n"


def test_as_a_module():
    """`python -m dashlib` is the same command, and answers without loading what parses."""
    code = "import sys, dashlib.cli; assert not {'spacy', 'pandas', 'streamlit'} & set(sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    command = [sys.executable, "-m", "dashlib", "--version"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert shown.stdout.startswith("dashlib ")


@pytest.mark.parametrize("command", [(), ("ingest",), ("parse",), ("serve",), ("export",), ("evaluate",), ("review",)])
def test_every_command_explains_itself(run, command):
    """`--help` of each command ends well and says what it is for."""
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


def test_ingest_says_what_became_of_the_files(filled):
    """Counts, and a line for each file that was not taken or not read."""
    _, result = filled
    assert "2 new articles" in result.stderr
    assert "c.pdf: a broken PDF" in result.stderr
    assert "b.txt: written in French" in result.stderr
    assert result.stdout == ""


def test_ingesting_again_is_nothing_new(run, folder, filled):
    """The same files change nothing."""
    store, _ = filled
    before = len(Store(store).frames().mentions)
    result = run("ingest", folder / "a.txt", "--store", store)
    assert "0 new articles, 1 known already" in result.stderr
    assert len(Store(store).frames().mentions) == before > 0


def test_nothing_to_ingest(run, tmp_path):
    """Where there is no article at all, the exit code says so."""
    result = run("ingest", tmp_path / "none.txt", "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert "no such file or folder" in result.stderr


def test_parse_as_csv_is_clean_for_pipes(run, folder):
    """Standard output holds the table and nothing else; problems go to standard error."""
    result = run("parse", folder, "--what", "mentions", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == schema.columns("mentions")
    assert {r["kind"] for r in rows} >= {"call", "strike"}
    assert "written in French" in result.stderr


def test_parse_as_json_lines(run, folder):
    """Each line is an object with the columns of the schema."""
    result = run("parse", folder / "a.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"call", "strike"} <= {r["kind"] for r in rows}
    assert rows[0]["date_start"] in {"2024-03-01", "2024-03-03"}


def test_parse_as_a_table(run, folder):
    """A table for the screen has the title and the date in words."""
    result = run("parse", folder / "a.txt")
    assert "Call between Vladimir Putin and Xi Jinping" in result.stdout
    assert "3 Mar 2024" in result.stdout


def test_parse_shows_problems_as_a_view(run, folder):
    """The problems are a view like any other."""
    result = run("parse", folder, "--what", "problems", "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(result.stdout)))) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("parse", "x", "--what", "nonsense"), "--what cannot be 'nonsense'"),
        (("parse", "x", "--format", "xml"), "--format cannot be 'xml'"),
        (("export", "events", "--store", "{tmp}/none"), "store"),
        (("export", "nonsense"), "the view cannot be 'nonsense'"),
        (("export", "events", "--format", "xls"), "--format cannot be 'xls'"),
        (("review", "export", "--store", "{tmp}/none"), "store"),
        (("evaluate",), "nothing to score"),
    ],
)
def test_errors_are_one_line(run, tmp_path, arguments, says):
    """What went wrong is one line on standard error, the exit code 1, and there is no trace."""
    result = run(*(a.format(tmp=tmp_path) for a in arguments))
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ((), {"call", "strike"}),
        (("--kind", "call"), {"call"}),
        (("--kind", "call", "--kind", "strike"), {"call", "strike"}),
        (("--who", "Xi Jinping"), {"call"}),
        (("--to", "2024-03-01"), {"strike"}),
        (("--when", "until 1 March 2024"), {"strike"}),
        (("--like", "http://localhost:8501/?kind=strike&status=happened"), {"strike"}),
        (("--words", "Kremlin"), {"call"}),
    ],
)
def test_export_filters_as_the_dashboard_does(run, filled, arguments, kinds):
    """Each option narrows the rows; the sentence on standard error says what they are."""
    store, _ = filled
    result = run("export", "events", "--store", store, *arguments)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert kinds <= {r["kind"] for r in rows}
    assert not arguments or {r["kind"] for r in rows} == kinds
    assert f"{len(rows)} event" in result.stderr


def test_export_leaves_out_what_the_dashboard_hides(run, filled, monkeypatch):
    """Uncertain events are out, how many is told, and `--sure 0` takes them in."""
    store, _ = filled
    frames = Store(store).frames()
    doubtful = frames.events.assign(confidence=[0.3, *[0.9] * (len(frames.events) - 1)])
    monkeypatch.setattr(Store, "frames", lambda _: replace(frames, events=doubtful))
    result = run("export", "events", "--store", store)
    assert len(list(csv.DictReader(io.StringIO(result.stdout)))) == len(doubtful) - 1
    assert "1 uncertain event left out; --sure 0 takes all" in result.stderr
    everything = run("export", "events", "--store", store, "--sure", "0")
    assert len(list(csv.DictReader(io.StringIO(everything.stdout)))) == len(doubtful)
    assert "left out" not in everything.stderr


def test_export_knows_every_filter_of_the_dashboard(run):
    """No filter of the address bar is missing among the options."""
    text = run("export", "--help").output
    assert all(f"--{param}" in text for param in PARAMS.values())


@pytest.mark.parametrize("form", list(FORMS))
def test_export_writes_every_form_to_a_file(run, filled, tmp_path, form):
    """All forms are written, and the file's size is told."""
    store, _ = filled
    target = tmp_path / "out"
    result = run("export", "events", "--store", store, "--format", form, "--output", target)
    assert result.exit_code == 0, result.stderr
    assert f"{target.stat().st_size:,} bytes" in result.stderr


def test_export_to_a_folder_that_is_not_there(run, filled, tmp_path):
    """The system's reason is given in one line."""
    result = run("export", "events", "--store", filled[0], "--output", tmp_path / "none" / "x.csv")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_a_bad_filter(run, filled):
    """A date that cannot be read is named."""
    result = run("export", "events", "--store", filled[0], "--from", "soon")
    assert result.exit_code == 1
    assert "soon" in result.stderr


def test_corrections_come_out_and_in(run, folder, tmp_path):
    """A log exported from one store is taken in by another, once."""
    stores = [tmp_path / "one", tmp_path / "two"]
    for store in stores:
        run("ingest", folder / "a.txt", "--store", store)
    first = Store(stores[0])
    first.correct("reject", event_id=first.frames().events["event_id"].iloc[0], who="R. Reader")
    log = tmp_path / "log.csv"
    assert run("review", "export", "--store", stores[0], "--output", log).exit_code == 0
    assert "1 correction added" in run("review", "import", log, "--store", stores[1]).stderr
    assert "0 corrections added, 1 known already" in run("review", "import", log, "--store", stores[1]).stderr
    assert list(Store(stores[1]).frames().events["review"]).count("rejected") == 1


def test_a_log_in_another_encoding(run, filled, tmp_path):
    """A spreadsheet's own encoding is refused with what to do."""
    log = tmp_path / "log.csv"
    log.write_bytes("action,event_id,note\nreject,x,café\n".encode("utf-16"))
    result = run("review", "import", log, "--store", filled[0])
    assert result.exit_code == 1
    assert "UTF-8" in result.stderr


def labelled(path, *rows):
    """Write labelled texts."""
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def test_evaluate_prints_scores(run, tmp_path):
    """Each set is scored by its own measures."""
    text = "Vladimir Putin spoke by phone with Xi Jinping on Sunday, the Kremlin in Moscow said."
    event = {"kind": "call", "status": "happened", "date_start": "2024-03-03", "date_end": "2024-03-03",
             "participants": ["Vladimir Putin", "Xi Jinping"], "core": True, "quote": text}  # fmt: skip
    at, moscow = text.index("Sunday"), text.index("Moscow")
    day = {"start": at, "end": at + 6, "type": "DATE", "value": "2024-03-03"}
    place = {"start": moscow, "end": moscow + 6, "latitude": 55.75, "longitude": 37.62}
    base, sides = {"id": "1", "text": text}, {"source": "Vladimir Putin", "target": "Xi Jinping"}
    missed = {"kind": "strike", "status": "happened", "core": True, "quote": "a shell fell on the port"}
    result = run(
        *("evaluate", "--report", "--events", labelled(tmp_path / "e", {**base, "published": "2024-03-04", "events": [event, missed]})),
        *("--dates", labelled(tmp_path / "d", {**base, "dct": "2024-03-04", "timexes": [day]})),
        *("--places", labelled(tmp_path / "p", {**base, "toponyms": [place]})),
        *("--plover", labelled(tmp_path / "s", {**base, **sides, "root": "CONSULT", "quad": 1})),
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    scores = {
        " ".join(line.split()[:-1]): line.split()[-1] for line in result.stdout.splitlines() if line.startswith("  ")
    }
    assert float(scores["core recall"]) == 0.5
    assert "missed: strike" in result.stdout
    assert "a shell fell on the port" in result.stdout
    assert "by entry" in result.stdout
    assert re.search(r"by confidence +predicted  right\n  \d+% to \d+% +1  1\.000", result.stdout)
    assert float(scores["value f1"]) == 1
    assert float(scores["resolved within 161 km"]) == 1
    assert "root" in scores


def test_evaluate_scores_what_was_merged(run, folder, tmp_path):
    """Reports of one event in two articles are scored by the events they were merged into."""
    other = tmp_path / "articles"
    other.mkdir()
    for name, day in (("a.txt", "2024-03-04"), ("b.txt", "2024-03-05")):
        text = STORY.replace("2024-03-04", day).replace("on Sunday", "on March 3")
        (other / name).write_text(
            text if name == "a.txt" else text.replace("spoke by phone with", "held a phone call with")
        )
    reports = [
        {"article": "articles/a.txt", "quote": "Vladimir Putin spoke by phone with Chinese President Xi Jinping"},
        {"article": "articles/b.txt", "quote": "Vladimir Putin held a phone call with Chinese President Xi Jinping"},
    ]
    labels = labelled(tmp_path / "labels.jsonl", {"event": "x", "kind": "call", "reports": reports})
    result = run("evaluate", "--coreference", labels, "--articles", tmp_path)
    assert result.exit_code == 0, result.stderr
    assert "precision 1.000, recall 1.000" in result.stdout


def test_evaluate_finds_the_texts_of_the_demo_articles(run, tmp_path):
    """A row without a text names the file it is about."""
    name = next(iter(sorted((ROOT / "data" / "articles" / "asia").glob("*.txt")))).relative_to(
        ROOT / "data" / "articles"
    )
    result = run("evaluate", "--events", labelled(tmp_path / "e", {"id": str(name), "events": []}))
    assert result.exit_code == 0, result.stderr
    missing = run("evaluate", "--events", labelled(tmp_path / "e", {"id": "asia/none", "events": []}))
    assert "--articles" in missing.stderr


@pytest.mark.parametrize("content", ['{"id": "1"', '{"text": "x"}'])
def test_evaluate_refuses_what_is_not_labelled(run, tmp_path, content):
    """A broken line and a row without labels are told in one line."""
    path = tmp_path / "e"
    path.write_text(content)
    result = run("evaluate", "--dates", path)
    assert result.exit_code == 1
    assert str(path) in result.stderr.replace("\n", "")


def test_the_app_and_the_demo_articles_are_found():
    """In a checkout both lie beside the package."""
    assert serving.app_file() == ROOT / "app.py"
    assert serving.demo_articles() == ROOT / "data" / "articles"


def test_the_wheel_holds_what_serve_needs():
    """The packaged places that `serve` looks in are those the wheel is built with."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"]["app.py"] == "dashlib/_app/app.py"
    assert wheel["force-include"]["pages"] == "dashlib/_app/pages"
    assert wheel["force-include"]["data/articles"] == "dashlib/_data/articles"


def test_a_missing_app_is_said(monkeypatch, tmp_path):
    """An installation without its app says what to do."""
    monkeypatch.setattr(dashlib, "__file__", str(tmp_path / "a" / "b" / "__init__.py"))
    with pytest.raises(DashlibError, match="install it anew"):
        serving.app_file()


def test_ports():
    """A port in use is refused; without one asked for, the next free one is taken."""
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(DashlibError, match="in use"):
            serving.free_port(port)
    assert serving.free_port(0) >= 8501


def test_a_new_store_gets_the_demo_articles_once(monkeypatch, tmp_path):
    """Filling is for a new store only, and goes on where it was broken off."""
    demo = tmp_path / "demo"
    demo.mkdir()
    (demo / "a.txt").write_text(STORY)
    monkeypatch.setattr(serving, "demo_articles", lambda: demo)
    path = tmp_path / "store"
    serving.fill(path)
    assert len(Store(path).frames().articles) == 1
    (demo / "b.txt").write_text(STORY.replace("Putin", "Erdogan"))
    serving.fill(path)
    assert len(Store(path).frames().articles) == 1


def test_serve_answers_and_ends_with_its_parent(filled):
    """The dashboard answers at the address printed, and is gone when the command is ended."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dashlib", "serve", "--store", str(filled[0]), "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        said = process.stderr.readline()
        assert "The dashboard is at" in said, said + process.stderr.read()
        address = said.split()[4]
        with urllib.request.urlopen(f"{address}/_stcore/health") as answer:
            assert answer.status == 200
        process.terminate()
        assert process.wait(timeout=20) == 0
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{address}/_stcore/health")


def test_an_app_that_ends_at_once_is_said(monkeypatch, tmp_path, run):
    """Where streamlit cannot start the script, one line says so."""
    monkeypatch.setattr(serving, "app_file", lambda: tmp_path / "none.py")
    result = run("serve", "--no-demo", "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert "ended at once" in result.stderr


def options(command, name=""):
    """Give the long options of a command and of those below it, with the command's name."""
    below = getattr(command, "commands", {})
    for child_name, child in below.items():
        yield from options(child, f"{name} {child_name}".strip())
    if not below:
        yield from ((name, o) for p in command.params for o in p.opts if o.startswith("--"))


def test_every_command_and_option_is_documented():
    """docs/cli.md names each command and each of its options."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    found = list(options(get_command(app)))
    assert {name for name, _ in found} == {
        "ingest",
        "parse",
        "serve",
        "export",
        "evaluate",
        "review import",
        "review export",
    }
    assert [(n, o) for n, o in found if f"dashlib {n}" not in text or f"{o}" not in text] == []


def test_a_model_that_is_not_installed(run, folder, monkeypatch):
    """A missing spaCy pipeline ends the run with what to install, not with a problem an article."""
    monkeypatch.setenv("DASHLIB_MODEL", "xx_no_such_model")
    result = run("parse", folder / "a.txt")
    assert result.exit_code == 1
    assert "pip install xx_no_such_model" in result.stderr


def test_a_text_beyond_the_limit_is_said(run, tmp_path, monkeypatch):
    """The beginning is parsed, and the problem counts what was left."""
    monkeypatch.setenv("DASHLIB_MAX_CHARACTERS", "500")
    path = tmp_path / "long.txt"
    path.write_text(STORY + "They said nothing more. " * 100)
    result = run("parse", path, "--format", "csv")
    assert "call" in result.stdout
    assert "the first 4" in result.stderr
