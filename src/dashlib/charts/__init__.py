"""Charts as pure functions: frame in, plotly figure out. No streamlit here."""

from dashlib.charts.counts import counts, tally
from dashlib.charts.offensives import offensives
from dashlib.charts.pairs import calls, summits
from dashlib.charts.style import View
from dashlib.charts.timeline import timeline

__all__ = ["View", "calls", "counts", "offensives", "summits", "tally", "timeline"]
