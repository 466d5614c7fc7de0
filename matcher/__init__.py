"""The engine and the records of Samspil: usable without the web."""
