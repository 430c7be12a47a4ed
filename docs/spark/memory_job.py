"""The memory of `sspr-tm memory` by Apache Spark: docs/scale.md says when, and how to start it."""

import argparse
import functools
import json
import os
import re
import shlex
import subprocess

from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

TEXTS = "source string, target string, sourceCodes string, targetCodes string, originalData array<string>"
ROW = f"""{TEXTS}, srcLang string, trgLang string, translationType string, firstHandoff string, lastHandoff string,
path string, line int, id string, sourceHash string, count int, findings array<string>, service string, topic string,
sourceCommit string, commit string, entry string, contexts array<string>, replacedTarget string,
replacedTranslationType string, replacedLastHandoff string"""
COLUMNS = [each.split()[0] for each in ROW.split(",")]
TAG = re.compile(r'<(/?)(pc|ph|sc|ec)\b(?:[^>]*?dataRef(?:Start)?="d(\d+)")?(?:[^>]*?dataRefEnd="d(\d+)")?[^>]*?(/?)>')


def key_of(text, data):
    """What memories tell texts apart by: what is read, and the markup of codes, but not how characters are escaped."""
    ends = []

    def code(tag):
        closes, name, first, last, empty = tag.groups()
        if name == "pc" and not closes and not empty:
            ends.append(last)
        number = ends.pop() if closes else first
        kind = "ec" if closes else "sc" if name == "pc" else name
        both = f"\1{kind}{data[int(number) - 1] if number else ''}\2"
        return both + f"\1ec{data[int(last) - 1] if last else ''}\2" if name == "pc" and empty else both

    return TAG.sub(code, text) if "<" in text else text


def name_of(path):
    """What names an article whose source has no hash: the end of its path, and a hash (FNV-1a) of the whole."""
    units, hash_ = path.encode("utf-16-le"), 0x811C9DC5
    for low, high in zip(units[::2], units[1::2]):
        hash_ = ((hash_ ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    readable = re.sub(r"[^A-Za-z0-9._-]", "_", re.sub(r"[^\0-\uffff]", "__", path))[-80:]
    return f"{readable}.{hash_:08x}"


def export(command, options, environment):
    """Exports the shard of a tree that each item names. Whatever else it does, a command that fails fails its task."""

    def pairs_of(item):
        paths, tag, shard = item
        language = ["--trg-lang", tag] if tag else []
        words = [*command, "export", "--files-from", "-", "-f", "jsonl", "-o", "-", "--fail-on", "never", "-q"]
        words += [*options, *language, "--shard", shard]
        name = functools.lru_cache(1000)(name_of)
        with subprocess.Popen(words, env=environment, stdin=-1, stdout=-1) as process:
            process.stdin.write(paths.encode())
            process.stdin.close()
            for line in process.stdout:
                row = json.loads(line)
                for side in ("source", "target"):
                    codes = row[f"{side}Codes"]
                    row[f"{side}Key"] = row[side] if codes is None else key_of(codes, row["originalData"])
                row["pathName"] = name(row["path"])
                yield json.dumps(row)
        if process.returncode != 0:
            raise RuntimeError(f"{shlex.join(words)}: ended with {process.returncode}")

    return lambda items: (row for item in items for row in pairs_of(item))


def translations_of(pairs, policy):
    """Each translation once, with all that its places say: in two steps, so that one in very many places is shared."""
    place = F.struct("path", "id", "line", *COLUMNS[:5], "sourceHash", "findings", "sourceCommit", "commit", "pathName")
    rank = F.when(F.col("translationType") == "ht", 2).when(F.col("translationType") == "mt", 1).otherwise(0)
    key = ["srcLang", "trgLang", "sourceKey", "targetKey"] + (["path", "id"] if policy == "all" else [])
    subjects = [F.coalesce(name, F.lit("")).alias(name) for name in ("service", "topic")]
    first = pairs.select(*key, "count", "firstHandoff", "lastHandoff", *subjects, "contexts", place.alias("place"),
                         rank.alias("type"), F.pmod(F.hash("path"), F.lit(32)).alias("part"))
    contexts = F.slice(F.sort_array(F.array_distinct(F.flatten(F.collect_set("contexts")))), 1, 4).alias("contexts")
    least = lambda name: F.min(name).alias(name)
    most = lambda name: F.max(name).alias(name)
    common = [least("place"), most("type"), least("firstHandoff"), most("lastHandoff"), contexts]
    parts = first.groupBy(*key, "part").agg(F.sum("count").alias("count"), *common, *(
        F.when(F.min(name) == F.max(name), F.min(name)).otherwise("").alias(name) for name in ("service", "topic")))
    whole = parts.groupBy(*key).agg(F.sum("count").cast("int").alias("count"), *common, *(
        F.when(F.min(name) == F.max(name), F.nullif(F.min(name), F.lit(""))).alias(name) for name in ("service", "topic")))
    kind = F.when(F.col("type") == 2, "ht").when(F.col("type") == 1, "mt").alias("translationType")
    return whole.select("srcLang", "trgLang", "sourceKey", "count", "firstHandoff", "lastHandoff", "service", "topic",
                        "contexts", "type", kind, "place.*")


def choose(translations, policy):
    """The translations that stay of each source, by the policy, and what each of them replaced."""
    human, last = (F.col("type") == 2).desc(), F.col("lastHandoff").desc_nulls_last()
    order = [last, human] if policy == "latest" else [human, last]
    rest = [F.col("count").desc(), "path", "id", "target", F.col("type").desc()]
    of_source = Window.partitionBy("srcLang", "trgLang", "sourceKey").orderBy(*order, *rest)
    if policy in ("distinct", "all"):
        nothing = F.lit(None).cast("string")
        return translations.select("*", *(nothing.alias(name) for name in COLUMNS[-3:]))
    following = zip(COLUMNS[-3:], ("target", "translationType", "lastHandoff"))
    ranked = translations.select("*", F.row_number().over(of_source).alias("rank"),
                                 *(F.lead(name).over(of_source).alias(new) for new, name in following))
    return ranked.where("rank = 1")


def name(chosen, join):
    """Names entries as `sspr-tm memory` does, in the order of their first places; joined, languages share those of a source."""
    digits = F.regexp_extract("id", r"(?:^|\D)([1-9]\d{0,8})$", 1)
    numbered = chosen.withColumn("number", F.coalesce(F.nullif(digits, F.lit("")).cast("int"), F.lit(0)))
    place = ["path", "number", "id", "trgLang"]
    if join:
        source = Window.partitionBy("srcLang", "sourceKey").orderBy(*place)
        head = F.first(F.struct(*place, "source", "sourceHash", "pathName")).over(source)
        numbered = numbered.withColumn("head", head).withColumn("source", F.col("head.source"))
    else:
        numbered = numbered.withColumn("head", F.struct(*place, "sourceHash", "pathName"))
    scope = [] if join else ["trgLang"]
    heads = numbered.select("*", *(F.col(f"head.{each}").alias(f"first_{each}") for each in place),
                            F.substring("head.sourceHash", 1, 12).alias("hash"))
    # Articles without a hash are none of each other's: together, they would all go to one task.
    owner = F.min("first_path").over(Window.partitionBy(*scope, F.coalesce("hash", "head.pathName")))
    stem = F.when(F.col("hash").isNull() | (owner != F.col("first_path")), F.col("head.pathName")).otherwise(F.col("hash"))
    suffix = F.when(F.instr("first_id", "-") == 6, F.expr("substring(first_id, 7)")).otherwise(F.col("first_id"))
    named = heads.withColumn("stem", stem).withColumn("own", F.concat_ws("-", "stem", suffix))
    order = [f"first_{each}" for each in place]
    turn = F.dense_rank().over(Window.partitionBy(*scope, "own").orderBy(*order))
    entry = F.when(turn == 1, F.col("own")).otherwise(F.concat_ws("-", "stem", "first_id"))
    days = {each: F.to_date(each) for each in ("firstHandoff", "lastHandoff", "replacedLastHandoff")}
    final = named.withColumn("entry", entry).orderBy(*([] if join else ["trgLang"]), *order, "trgLang")
    return final.withColumns(days).select(*COLUMNS)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", help="a list of the files of a tree, or of its folder, one a line; =TAG: its language")
    parser.add_argument("--output", required=True, help="the folder for Parquet")
    parser.add_argument("--command", default="sspr-tm", help="how sspr-tm is called on the executors")
    parser.add_argument("--options", default="", help="what export is given besides: --base, --src-lang, --skip, -j")
    parser.add_argument("--keep", default="best", choices=["best", "latest", "distinct", "all"])
    parser.add_argument("--join", action="store_true", help="one entry for a source in all languages: with best or latest")
    parser.add_argument("--shards", type=int, default=1, help="parts that each tree is exported in")
    given = parser.parse_args()
    if given.join and given.keep in ("distinct", "all"):
        parser.error("--join: several translations of a source are joined by sspr-tm memory only")
    spark = SparkSession.builder.appName("sspr-tm memory").getOrCreate()
    items = []
    for path, tag in (re.fullmatch(r"(.+?)(?:=([A-Za-z0-9-]+))?", each).groups() for each in given.lists):
        with open(path, encoding="utf-8") as file:
            paths = file.read()
        items += [(paths, tag, f"{part}/{given.shards}") for part in range(1, given.shards + 1)]
    environment = {each: os.environ[each] for each in ("PATH", "HOME", "TMPDIR", "NODE_OPTIONS") if each in os.environ}
    task = export(shlex.split(given.command), shlex.split(given.options), environment)
    lines = spark.sparkContext.parallelize(items, len(items)).mapPartitions(task)
    pairs = spark.read.schema(f"{ROW}, sourceKey string, targetKey string, pathName string").json(lines)
    rows = name(choose(translations_of(pairs, given.keep), given.keep), given.join)
    rows.write.mode("errorifexists").parquet(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
