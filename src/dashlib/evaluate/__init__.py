"""Scores of what dashlib finds against labelled texts. Pure functions; the texts are the reader's."""
