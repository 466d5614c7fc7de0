"""How long posters, reports and the file of its own take.

    python -m benchmarks.posters [--sizes 1000 10000] [--seed 1]

The network is that of `benchmarks.views`. Each file is written once before it is timed, and then
three times: the median in seconds, and its size.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.views import AS_OF, filled, timed
from matcher.services.access import OPERATOR
from matcher.services.draw_map import draw_map
from webui.documents import tables
from webui.documents.report import Part, Report
from webui.documents.report_docx import report_docx
from webui.documents.report_pdf import report_pdf
from webui.maps.files import FORMATS
from webui.maps.look import Look
from webui.maps.sheet import Sheet, sheet

TIMES = 3
POSTERS = ("pdf", "png", "svg", "html")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    table = Table("organisations", "ties", "file", "seconds", "kB")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            installation = filled(Path(folder), size, asked.seed)
            picture = draw_map(installation, OPERATOR, as_of=AS_OF)
            drawn = sheet(installation, OPERATOR, picture, Look(), "da")
            for name, work in writers(drawn).items():
                work()
                seconds, file = timed(work, TIMES)
                row = (size, len(picture.ties), name, f"{seconds:.2f}", len(file) // 1000)
                table.add_row(*(str(each) for each in row))
            installation.close()
    Console().print(table)


def writers(drawn: Sheet) -> dict[str, Callable[[], bytes]]:
    """What writes each of the files of a map."""
    picture = drawn.picture
    listed = (tables.organisations(picture), tables.ties(picture))
    report = Report(
        title="Netværket", parts=(Part(sheet=drawn, tables=listed),), as_of=picture.as_of
    )

    def written(ending: str) -> Callable[[], bytes]:
        return lambda: FORMATS[ending].write(drawn)

    return {
        **{ending: written(ending) for ending in POSTERS},
        "report, PDF": lambda: report_pdf(report),
        "report, Word": lambda: report_docx(report),
    }


if __name__ == "__main__":
    main()
