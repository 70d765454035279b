"""Runs the command line: `python -m dashlib`."""

from dashlib.cli import app

__all__: list[str] = []

if __name__ == "__main__":
    app(prog_name="dashlib")
