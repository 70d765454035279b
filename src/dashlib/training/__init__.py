"""Trains the judge from the sentences in `data/training`; needs the `train` extra (torch), nothing here runs in the app."""
