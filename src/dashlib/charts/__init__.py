"""Charts as pure functions: frame in, plotly figure out. No streamlit here."""

from dashlib.charts.counts import counts
from dashlib.charts.offensives import offensives
from dashlib.charts.pairs import calls, summits
from dashlib.charts.strip import strip
from dashlib.charts.style import Period, View
from dashlib.charts.timeline import timeline

__all__ = ["Period", "View", "calls", "counts", "offensives", "strip", "summits", "timeline"]
