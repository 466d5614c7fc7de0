"""`python -m matcher` is the same as `samspil`."""

from matcher.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
