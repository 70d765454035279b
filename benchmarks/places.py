"""What the gazetteer costs: `python -m benchmarks.places` prints start, look-up, memory and the size of the index.

How often places are right is measured by `dashlib evaluate --places`.
"""

import random
import resource
import sqlite3
import time

from dashlib.codebook.gazetteer import gazetteer, index_path

_LOOKUPS = 20_000


def cost() -> None:
    """Print what a start, a look-up and the open index cost."""
    started = time.perf_counter()
    index = gazetteer()
    index.named("Khartoum")
    print(f"start: {time.perf_counter() - started:.3f} s")
    with sqlite3.connect(index_path()) as db:
        keys = [k for (k,) in db.execute("select key from names order by random() limit ?", (_LOOKUPS,))]
    random.Random(1).shuffle(keys)
    for name, asked in (("known", keys), ("unknown", [f"{k}q" for k in keys])):
        started = time.process_time()
        for key in asked:
            index.lookup(key)
        print(f"look-up of a name, {name}: {1e6 * (time.process_time() - started) / _LOOKUPS:.1f} µs")
    print(f"resident: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"index: {index_path().stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    cost()
