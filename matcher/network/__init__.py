"""The network of ties: as a networkx graph, in groups, and laid out as a picture."""
