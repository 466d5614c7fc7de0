"""The network year by year: who came, which ties began and ended, and what became of the whole."""
