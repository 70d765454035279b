"""One actor's profile, pairs of actors, the network."""

from dashlib.ui import actors, frame

if not frame.missing():
    actors.show()
