"""What changed, what is new, what is ahead."""

from dashlib.ui import frame, overview

if not frame.missing():
    overview.show()
