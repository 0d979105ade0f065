"""Reads the tables of a scan with pandas, DuckDB, Polars and openpyxl and compares each value with the plain record."""

import json
import sys
from importlib.util import find_spec
from pathlib import Path

TEXT = ["doc_id", "id", "paragraph"]  # what looks like a number and is none: paragraph 4.10

ROWS = ["rows", "late-rows"]
EMPTY = 21_000  # more rows than a reader looks at before it settles what a column is


def with_pandas(folder):
    import pandas as pd

    for form in ROWS:
        yield form, pd.read_json(folder / f"out.{form}", lines=True, dtype=False).to_dict("records")
    table = pd.read_csv(folder / "out.csv", dtype={name: str for name in TEXT}, keep_default_na=False, na_values=[""])
    yield "csv", table.to_dict("records")
    yield "jsonl", flat(pd.read_json(folder / "out.jsonl", lines=True, dtype=False).to_dict("records"))


def with_duckdb(folder):
    import duckdb

    def records(query):
        found = duckdb.sql(query)
        return [dict(zip(found.columns, row)) for row in found.fetchall()]

    for form in ROWS:
        yield form, records(f"from read_json('{folder}/out.{form}', sample_size = -1)")
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in TEXT)
    yield "csv", records(f"from read_csv('{folder}/out.csv', sample_size = -1, types = {{{types}}})")
    yield "jsonl", flat(records(f"from read_json('{folder}/out.jsonl')"))


def with_polars(folder):
    import polars as pl

    for form in ROWS:
        yield form, pl.read_ndjson(folder / f"out.{form}", infer_schema_length=None).to_dicts()
    types = {name: pl.String for name in TEXT}
    yield "csv", pl.read_csv(folder / "out.csv", infer_schema_length=None, schema_overrides=types).to_dicts()
    yield "jsonl", flat(pl.read_ndjson(folder / "out.jsonl", infer_schema_length=None).to_dicts())


def with_openpyxl(folder):
    import openpyxl
    from openpyxl.utils.escape import unescape  # openpyxl itself leaves _x0001_, as Excel writes a control character, alone

    book = openpyxl.load_workbook(folder / "out.xlsx")
    assert book.sheetnames == ["summary", "annotations", "actions", "references", "documents", "rules"], book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, sheet.title
        formulas = [cell.coordinate for row in sheet.rows for cell in row if cell.data_type == "f"]
        assert not formulas, formulas
    names, *rows = book["annotations"].values
    plain = lambda cell: unescape(cell) if isinstance(cell, str) else cell
    yield "xlsx", [dict(zip(names, map(plain, row))) for row in rows]


def late(rows):
    """Rows with columns that are empty until the last."""
    first, last = {"page": None, "paragraph": None, "suppressed": None}, {"page": 3, "paragraph": "4.10", "suppressed": "agreed"}
    return [{**rows[0], **first}] * EMPTY + [{**rows[0], **last}]


def flat(documents):
    """The annotations of document records, without what the rows leave out."""
    for document in documents:
        for it in document["annotations"] if document["error"] is None or document["error"] != document["error"] else []:
            yield {**{key: document[key] for key in ("doc_id", "name", "path", "genre")}, **it}


def unknown(value):
    return value is None or value == "" or value != value


def compare(name, expected, records):
    records = list(records)
    assert len(records) == len(expected), f"{name}: {len(records)} rows, not {len(expected)}"
    for row, (want, got) in enumerate(zip(expected, records)):
        for key, value in want.items():
            if key == "suppressed" and isinstance(got[key], dict):
                got[key] = got[key]["reason"]
            same = unknown(got[key]) if unknown(value) else got[key] == value
            assert same, f"{name}: row {row}, {key}: {got[key]!r}, not {value!r}"


folder = Path(sys.argv[1])
rows = [json.loads(line) for line in (folder / "out.rows").open(encoding="utf-8", newline="\n")]
expected = {"late-rows": late(rows)}
(folder / "out.late-rows").write_text("".join(json.dumps(row) + "\n" for row in expected["late-rows"]), encoding="utf-8")
readers = {"pandas": with_pandas, "duckdb": with_duckdb, "polars": with_polars, "openpyxl": with_openpyxl}
installed = [name for name in readers if find_spec(name)]
for name in installed:
    for form, records in readers[name](folder):
        compare(f"{name} {form}", expected.get(form, rows), records)
        print(f"{name} {form}: {len(expected.get(form, rows))} rows equal")
print("not installed:", ", ".join(sorted(set(readers) - set(installed))) or "none")
sys.exit(0 if installed else 77)
