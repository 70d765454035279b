"""Starts Streamlit with the app imported, so that the first reader waits for nothing: `python -m dashlib.ui.launch`.

The arguments are Streamlit's own, such as `run app.py --server.port 8501`. A bare `streamlit run app.py` works too; its
first page takes a few seconds longer, and lists the files of pages/ until the navigation is known.
"""

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

from dashlib.ui import frame  # noqa: F401 - imported here so that the first page need not

__all__ = ["main"]


def main() -> None:
    """Run Streamlit's command line. Raises SystemExit with its exit code."""
    PagesManager.uses_pages_directory = False
    cli.main(prog_name="streamlit")


if __name__ == "__main__":
    main()
