"""The look of a map as data, its figure on a page, and its file."""
