"""Events on a map as GeoJSON (RFC 7946)."""

import json

import pandas as pd

from dashlib.export.tables import plain

__all__ = ["geojson_bytes"]

_SHOWN = ("event_id", "title", "kind", "status", "date_start", "date_end", "date_precision", "actors", "place",
          "country", "admin1", "place_precision", "claimed_by", "quantity", "sources", "independent_sources",
          "confidence", "disagreements", "review", "quote")  # fmt: skip


def geojson_bytes(events: pd.DataFrame) -> bytes:
    """Give a FeatureCollection of points, one an event; events without coordinates are left out."""
    placed = events[events["latitude"].notna() & events["longitude"].notna()]
    features = [
        {
            "type": "Feature",
            "id": row["event_id"],
            "geometry": {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]},
            "properties": {name: plain(row[name]) for name in _SHOWN},
        }
        for row in placed.to_dict("records")
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1).encode()
