"""The shipped vocabularies: capacities, themes, target groups and kinds of organisation."""

import csv
import io
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType

# Which file holds which vocabulary; the keys are the vocabularies' names everywhere else.
FILES = MappingProxyType(
    {
        "capacity": "capacities.csv",
        "theme": "themes.csv",
        "target_group": "target_groups.csv",
        "kind": "kinds.csv",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One word of a vocabulary.

    `vocabulary` is "capacity", "theme", "target_group" or "kind"; `id` a stable lower-case ASCII
    slug, unique across all four; `da` and `en` the labels; `synonyms` other words for the same in
    either language, possibly none; `group` the heading it stands under (for a kind: its usual
    sector); `ages` the years of age of a target group, from and to, None where not known.
    """

    vocabulary: str
    id: str
    da: str
    en: str
    synonyms: tuple[str, ...]
    group: str
    ages: tuple[int | None, int | None] = (None, None)


def read_vocabulary() -> tuple[Term, ...]:
    """Every term that ships with the program, in the order of the files.

    >>> [term.en for term in read_vocabulary() if term.id == "minibus"]
    ['Minibus']
    """
    return tuple(term for vocabulary in FILES for term in _terms(vocabulary))


def _terms(vocabulary: str) -> tuple[Term, ...]:
    # By this package's own name: the folder of the same name as this module holds only data.
    path = files("seed_data").joinpath("vocabulary", FILES[vocabulary])
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    return tuple(_term(vocabulary, row) for row in rows)


def _term(vocabulary: str, row: dict[str, str]) -> Term:
    return Term(
        vocabulary=vocabulary,
        id=row["id"],
        da=row["da"],
        en=row["en"],
        synonyms=tuple(word for word in row["synonyms"].split("|") if word),
        group=row["group"],
        ages=(_age(row.get("age_from")), _age(row.get("age_to"))),
    )


def _age(text: str | None) -> int | None:
    return int(text) if text else None
