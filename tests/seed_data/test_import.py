from datetime import date
from pathlib import Path

from matcher.exchange.limits import Limits
from matcher.exchange.read import read
from matcher.exchange.source import sources
from seed_data.demo import write_shifted
from tests.seed_data.conftest import Tables


def test_the_ordinary_importer_reads_every_row(tmp_path: Path, tables: Tables, today: date) -> None:
    write_shifted(tmp_path, today)
    reading = read(sources([tmp_path]), None, Limits())
    assert reading.rejected == ()
    assert reading.notes == ()
    counted = sorted(len(table.rows) for table in reading.tables)
    assert counted == sorted(len(rows) for rows in tables.values())
