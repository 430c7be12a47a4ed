"""Compares tables in Parquet and in JSON Lines, as the tools read them that data are worked on with.

Takes pairs of files, FILE.jsonl FILE.parquet …, and prints as JSON the versions of the tools, and for each table and
tool the columns of Parquet with their types, and in each format the number of rows and some that are not those of
JSON Lines. What counts are the lines of JSON Lines as Python itself reads them.
"""

import itertools
import json
import os
import sys
import tempfile

# Nothing is fetched, and nothing stays.
temporary = tempfile.TemporaryDirectory()
os.environ |= {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": temporary.name}

import datasets  # noqa: E402
import duckdb  # noqa: E402
import pandas  # noqa: E402
import pyarrow  # noqa: E402
import pyarrow.json  # noqa: E402
import pyarrow.parquet  # noqa: E402


def plain(value):
    """A value as JSON has it: days are texts, arrays are lists, what is missing is null."""
    if value is None or isinstance(value, (str, int)):
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return None if value is pandas.NA else value


def lines_of(file):
    with open(file, encoding="utf-8", newline="\n") as lines:
        return [list(json.loads(line).items()) for line in lines]


def differing(rows, lines):
    """How many rows there are, and some that are not the lines."""
    count = 0
    found = []
    for row, line in itertools.zip_longest(rows, lines):
        count += 1
        has = row and [(name, plain(value)) for name, value in row.items()]
        if has != line and len(found) < 3:
            found.append([has, line])
    return {"rows": count, "differing": found}


def by_duckdb(lines, parquet):
    connection = duckdb.connect()

    def rows(query, file):
        cursor = connection.execute(f"from {query}", [file])
        names = [name for name, *_ in cursor.description]
        while batch := cursor.fetchmany(10_000):
            for row in batch:
                yield dict(zip(names, row))

    types = {name: kind for name, kind, *_ in connection.execute("describe from read_parquet(?)", [parquet]).fetchall()}
    yield types
    yield rows("read_parquet(?)", parquet)
    yield rows(f"read_json(?, format = 'newline_delimited', columns = {json.dumps(types)})", lines)


def by_pyarrow(lines, parquet):
    schema = pyarrow.parquet.read_schema(parquet)
    yield {field.name: str(field.type) for field in schema}
    yield pyarrow.parquet.read_table(parquet).to_pylist()
    # A day in JSON is a text to it; others are to be cast.
    texts = [
        field.with_type(pyarrow.string()) if pyarrow.types.is_date32(field.type) else field
        for field in schema
    ]
    options = pyarrow.json.ParseOptions(explicit_schema=pyarrow.schema(texts))
    yield pyarrow.json.read_json(lines, parse_options=options).cast(schema).to_pylist()


def by_pandas(lines, parquet):
    # Without that backend, numbers of a column with nulls are floats.
    frame = pandas.read_parquet(parquet, dtype_backend="pyarrow")
    yield {name: str(kind) for name, kind in frame.dtypes.items()}
    yield frame.to_dict("records")
    # Else it would make numbers and days of texts that are like them.
    yield pandas.read_json(lines, lines=True, dtype=False, dtype_backend="pyarrow").to_dict("records")


def by_datasets(lines, parquet):
    datasets.disable_progress_bars()

    def load(kind, file, features=None):
        options = {"split": "train", "features": features, "cache_dir": temporary.name}
        return datasets.load_dataset(kind, data_files=file, **options)

    table = load("parquet", parquet)
    yield {name: repr(feature) for name, feature in table.features.items()}
    yield table.to_list()
    # Else days are times, and a column without any value is of no type.
    yield load("json", lines, table.features).to_list()


tools = {"DuckDB": by_duckdb, "PyArrow": by_pyarrow, "pandas": by_pandas, "datasets": by_datasets}
modules = {"DuckDB": duckdb, "PyArrow": pyarrow, "pandas": pandas, "datasets": datasets}


def compare(lines, parquet):
    wanted = lines_of(lines)
    compared = {}
    for tool, read in tools.items():
        types, of_parquet, of_lines = read(lines, parquet)
        compared[tool] = {
            "types": types,
            "parquet": differing(of_parquet, wanted),
            "jsonl": differing(of_lines, wanted),
        }
    return {"nullable": [field.name for field in pyarrow.parquet.read_schema(parquet) if field.nullable], "tools": compared}


files = sys.argv[1:]
tables = [compare(*pair) for pair in zip(files[::2], files[1::2])]
versions = {tool: module.__version__ for tool, module in modules.items()}
json.dump({"versions": versions, "tables": tables}, sys.stdout)
