"""The network on a geographic map: where organisations stand, and how many there are in an area."""
