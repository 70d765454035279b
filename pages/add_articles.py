"""Drop files or paste a text; the new events appear without a restart."""

from dashlib.ui import adding, frame

if not frame.missing():
    adding.show()
