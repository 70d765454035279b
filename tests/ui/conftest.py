"""A store with the sample in it, and the app over it."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from tests.ui.seed import seed

from dashlib.store import Store

_APP = Path(__file__).parents[2] / "app.py"


class _Navigated(PagesManager):
    """Pages as a server has them that was asked before; AppTest forgets it between two runs."""

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        PagesManager.uses_pages_directory = False


@pytest.fixture(scope="session")
def seeded(tmp_path_factory):
    """Give the folder of a store that holds the sample."""
    path = tmp_path_factory.mktemp("app") / "store"
    seed(path)
    return path


@pytest.fixture
def own(seeded, tmp_path, monkeypatch, app):
    """Give a store of the test's own with the sample in it; the app is over it."""
    shutil.copytree(seeded, tmp_path / "own")
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path / "own"))
    return Store(tmp_path / "own")


@pytest.fixture
def app(seeded, monkeypatch):
    """Give a function that opens the app on a page, with URL parameters."""
    monkeypatch.setattr("streamlit.testing.v1.app_test.PagesManager", _Navigated)
    monkeypatch.setenv("DASHLIB_STORE", str(seeded))
    st.cache_resource.clear()

    def opened(page="", **params):
        test = AppTest.from_file(str(_APP), default_timeout=30)
        test.query_params.update(params)
        if page:
            test.run()
            test.switch_page(f"pages/{page}.py")
        return test.run()

    return opened
