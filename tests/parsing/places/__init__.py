"""Tests of dashlib.parsing.places."""
