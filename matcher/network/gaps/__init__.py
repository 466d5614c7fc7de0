"""What is missing in a network, and the ties that would help: one kind of gap a file.

Everything works on rows of a landscape and on ties that go on today, and is pure.
"""
