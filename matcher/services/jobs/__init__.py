"""Work that takes too long for a page: asked for in one process, done in another.

`queue` is where jobs wait, `board` says how each stands and which worker is there, `asking` puts
one in, `working` does them, `daily` puts in what nobody asks for. What is done in a job is a use
case like any other: see `table`.
"""
