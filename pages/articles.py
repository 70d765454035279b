"""The articles, and a reader with what was found marked in the text."""

from dashlib.ui import frame, reader

if not frame.missing():
    reader.show()
