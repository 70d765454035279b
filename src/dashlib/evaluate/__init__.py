"""Scores dashlib against labelled texts: events, codes, dates, places, coreference, confidence."""
