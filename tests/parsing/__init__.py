"""Tests of dashlib.parsing."""
