"""The vocabularies and the demo network, as data files, and how they are read."""
