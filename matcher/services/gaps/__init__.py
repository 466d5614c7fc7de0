"""The gaps of a network as tables, sentences and ties that would help."""
