"""Finding a Chromium: what is on the PATH is taken; where none can be had, a sentence says what to install."""

import subprocess

import pytest
from tests.browser import provide


@pytest.fixture(autouse=True)
def _forgotten():
    """Forget what was found before and after."""
    provide.chromium_path.cache_clear()
    yield
    provide.chromium_path.cache_clear()


def test_what_is_on_the_path_is_taken(monkeypatch, tmp_path, capsys):
    """The first known name on the PATH is printed."""
    (tmp_path / "google-chrome").write_text("#!/bin/sh\n")
    (tmp_path / "google-chrome").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert provide.main() == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "google-chrome")


def test_without_any_chromium_there_is_advice(monkeypatch, capsys):
    """Where nothing is found and nothing can be installed, the script fails and says what to do."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(provide, "_playwright_own", lambda: "")
    monkeypatch.setattr(provide, "_runs", lambda *_: False)
    assert provide.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_an_installation_that_hangs_is_given_up(monkeypatch):
    """A command that takes too long, or is not there, counts as failed."""

    def hang(*args, **more):
        raise subprocess.TimeoutExpired("apt-get", 1)

    monkeypatch.setattr(subprocess, "run", hang)
    assert provide._runs("apt-get", "update") is False
