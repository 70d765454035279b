"""Scores against labelled texts: pure functions from labels and predictions to numbers and error lists."""
