"""How long imports and exports take, and how much memory.

    python -m benchmarks.importing ../shared/data/dk_esif ../shared/data/interreg

Every folder is imported into an empty database (SQLite in a temporary folder), imported again,
exported, and the export imported again. The limit for dk_esif is ten seconds.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from matcher.services.access import OPERATOR
from matcher.services.export_network import export_network
from matcher.services.importing import ImportReport, import_files
from matcher.services.installation import Installation
from matcher.services.set_up import set_up
from matcher.settings import Settings
from seed_data.vocabulary import read_vocabulary

Line = tuple[str, str, float, float, str]
_MEGABYTE = 1 << 20


def main() -> None:
    """Measure each folder in a process of its own, so that memory is its own too."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    folders: list[Path] = parser.parse_args().folders
    print(f"{'folder':<12} {'step':<16} {'seconds':>8} {'cpu':>8}  records")
    for folder in folders:
        with get_context("spawn").Pool(1) as pool:
            lines, memory = pool.apply(measured, (folder,))
        for name, step, wall, cpu, records in lines:
            print(f"{name:<12} {step:<16} {wall:8.2f} {cpu:8.2f}  {records}")
        print(f"{folder.name:<12} {'peak memory':<16} {memory:8.0f} MB")


def measured(folder: Path) -> tuple[list[Line], float]:
    """The lines of one folder, and the peak of memory in MB."""
    with tempfile.TemporaryDirectory() as scratch:
        lines = list(_steps(folder, Path(scratch)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return lines, peak / (_MEGABYTE if sys.platform == "darwin" else 1024)


def _steps(folder: Path, scratch: Path) -> Iterator[Line]:
    installation = Installation(Settings(database_url=f"sqlite:///{scratch / 'import.db'}"))
    set_up(installation, OPERATOR, read_vocabulary())

    def read(path: Path) -> Callable[[], ImportReport]:
        return lambda: import_files(installation, OPERATOR, [path])

    yield _timed(folder.name, "import", read(folder))
    yield _timed(folder.name, "import again", read(folder))
    for name in ("out", "out.xlsx"):
        out = scratch / name
        yield _timed(
            folder.name,
            f"export {out.suffix or 'csv'}",
            partial(export_network, installation, OPERATOR, out),
        )
        yield _timed(folder.name, f"import {out.suffix or 'csv'}", read(out))
    installation.close()


def _timed(name: str, step: str, work: Callable[[], ImportReport | None]) -> Line:
    wall, cpu = time.perf_counter(), time.process_time()
    report = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return name, step, wall, cpu, "" if report is None else _records(report)


def _records(report: ImportReport) -> str:
    done = {
        "created": sum(report.created.values()),
        "updated": sum(report.updated.values()),
        "unchanged": sum(report.unchanged.values()),
        "rejected": len(report.rejected),
    }
    return ", ".join(f"{number:,} {word}" for word, number in done.items() if number)


if __name__ == "__main__":
    main()
