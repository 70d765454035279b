"""Charts as pure functions: frame in, plotly figure out. No streamlit here."""

from dashlib.charts.atlas import atlas
from dashlib.charts.counts import counts
from dashlib.charts.offensives import offensives
from dashlib.charts.pairs import calls, summits
from dashlib.charts.style import View
from dashlib.charts.timeline import timeline

__all__ = ["View", "atlas", "calls", "counts", "offensives", "summits", "timeline"]
