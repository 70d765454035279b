"""Numbers in figures and words."""

from dashlib.parsing.dates.words import Word

__all__ = ["century_of", "clock_of", "day_of", "number", "year_of"]

_UNICODE = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_PIVOT = 50  # two figures up to here are of the 2000s where nothing else decides
_SCALE = 100


def _figure(text: str) -> float:
    if text in _UNICODE:
        return _UNICODE[text]
    if "/" in text:
        above, below = text.split("/")
        return int(above) / max(int(below), 1)
    return float(text.replace(",", ""))


def number(words: list[Word]) -> float | None:
    """Give the value of a number: "12", "2 1/2", "twenty-four", "two and a half", "three hundred"."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word.text[0].isdigit() or word.text in _UNICODE:
            current += _figure(word.text)
        elif isinstance(word.value, int | float):
            if word.value < _SCALE:
                current += word.value
            elif word.value == _SCALE:
                current = max(current, 1) * word.value
            else:
                total += max(current, 1) * word.value
                current = 0.0
        else:
            continue
        seen = True
    return total + current if seen else None


def _small(words: list[Word]) -> int:
    return sum(int(w.value) for w in words if isinstance(w.value, int | float))


def year_of(words: list[Word], *, spoken: bool = False, short: bool = False, near: int | None = None) -> int:
    """Give a year in figures ("1996", "'96") or spoken ("nineteen ninety-six", "two thousand and five")."""
    if not spoken:
        year = int(words[0].text)
        if not short:
            return year
        century = (near or 2000) // 100 * 100
        pivot = (near or 2000 + _PIVOT) % 100 + 20
        return century + year if year <= pivot else century - 100 + year
    if words[1].text == "thousand":
        return 2000 + _small(words[2:])
    return int(words[0].value) * 100 + _small([w for w in words[1:] if w.text != "hundred"])


def day_of(words: list[Word]) -> int:
    """Give the number of a day or the rank of an ordinal: "15", "1st", "twenty-first"."""
    digits = "".join(c for c in words[0].text if c.isdigit())
    return int(digits) if digits else _small(words)


def century_of(words: list[Word]) -> int:
    """Give the number of a century."""
    return day_of(words)


def clock_of(text: str) -> tuple[int, int] | None:
    """Give hour and minute of "18:30", "7.15" or "0930"; None where there is no such time."""
    parts = text.replace(".", ":").split(":")
    if len(parts) == 1:
        parts = [text[:-2], text[-2:]]
    hour, minute = int(parts[0]), int((parts[1] + "0")[:2])
    return (hour, minute) if hour <= 24 and minute < 60 else None
