"""What the store holds, how accurate it is, what the kinds mean, and under which licences it all stands."""

from dashlib.ui import about, frame

if not frame.missing():
    about.show()
