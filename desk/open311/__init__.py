"""The other door: other apps hand in and read reports here, by Open311 GeoReport v2."""
