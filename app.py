"""Entry point of the dashboard: `streamlit run app.py`, or `dashlib serve`."""

from dashlib.ui import frame

frame.run()
