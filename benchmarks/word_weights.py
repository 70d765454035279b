"""Writes codebook/data/word_weights.csv anew: in how many of the project's own articles each common stem stands.

    python -m benchmarks.word_weights data/articles

Run it when the stemmer or the articles change; merging reads the table, so that scores do not depend on what is stored.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from dashlib.merging.words import stems

TABLE = Path("src/dashlib/codebook/data/word_weights.csv")
RARE = 3


def main(folder: Path) -> None:
    """Count the stems of every article below `folder` and write those of at least RARE articles."""
    texts = [p.read_text(encoding="utf-8").split("---", 2)[-1] for p in sorted(folder.rglob("*.txt"))]
    counts = Counter(s for text in texts for s in set(stems(text)) if not s.isdigit())
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["stem", "documents", "source"])
        rows.writerow(["*", len(texts), "all of the demo articles"])
        rows.writerows((s, n, "demo articles") for s, n in sorted(counts.items()) if n >= RARE)
    print(f"{len(texts)} articles, {sum(n >= RARE for n in counts.values())} stems")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
