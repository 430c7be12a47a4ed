"""Compares tables in Parquet with the same ones in JSON Lines, as DuckDB reads them.

Takes pairs of files, FILE.jsonl FILE.parquet …, and prints as JSON the version of DuckDB, and for each the columns with
their types, those that may be null, the number of rows, rows that differ, and how many rows only one of both has where
DuckDB reads both.
"""

import datetime
import itertools
import json
import sys

import duckdb


def plain(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


def compare(lines, parquet):
    connection = duckdb.connect()
    cursor = connection.execute("select * from read_parquet(?)", [parquet])
    names = [name for name, *_ in cursor.description]
    rows = iter(lambda: cursor.fetchmany(10_000), [])
    count = 0
    differing = []
    with open(lines, encoding="utf-8", newline="\n") as file:
        for row, line in itertools.zip_longest(itertools.chain.from_iterable(rows), file):
            count += 1
            has = row and [[name, plain(value)] for name, value in zip(names, row)]
            wanted = line and [list(item) for item in json.loads(line).items()]
            if has != wanted and len(differing) < 3:
                differing.append([has, wanted])
    types = {name: kind for name, kind, *_ in connection.execute("describe from read_parquet(?)", [parquet]).fetchall()}
    repetition = connection.execute("select name, repetition_type from parquet_schema(?)", [parquet]).fetchall()
    # As a user of DuckDB compares them, who reads JSON with these types.
    json_table = f"read_json(?, format = 'newline_delimited', columns = {json.dumps(types)})"
    only = [
        connection.execute(f"select count(*) from (from {one} except all from {other})", [file, than]).fetchone()[0]
        for one, file, other, than in [
            ("read_parquet(?)", parquet, json_table, lines),
            (json_table, lines, "read_parquet(?)", parquet),
        ]
    ]
    return {
        "types": types,
        "nullable": [name for name, kind in repetition if kind == "OPTIONAL" and name in types],
        "rows": count,
        "differing": differing,
        "only": only,
    }


files = sys.argv[1:]
tables = [compare(*pair) for pair in zip(files[::2], files[1::2])]
json.dump({"version": duckdb.__version__, "tables": tables}, sys.stdout)
