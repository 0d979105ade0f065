"""Reads a folder of documents (text, Word, PDF) with Spark; one record of candour's a document.

usage: spark-submit map_in_arrow.py FOLDER OUT
"""
import os
import subprocess
import sys

import pyarrow as pa
from pyspark.sql import SparkSession, functions as F

CANDOUR = os.environ.get("CANDOUR", "candour")


def candour(batches):
    """One line of JSON in, one record out, in the same order."""
    for batch in batches:
        lines = "".join(line + "\n" for line in batch.column(0).to_pylist())
        run = subprocess.run([CANDOUR, "filter", "--jobs", "1"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
        # Not splitlines(): that would also break at signs that JSON leaves as they are.
        yield pa.RecordBatch.from_pydict({"record": run.stdout.decode().split("\n")[:-1]})


if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    # A batch is held whole: few documents make a batch, not Spark's 10,000.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(sys.argv[1])
    name = F.substring_index("path", "/", -1)
    lines = files.select(F.to_json(F.struct(name.alias("id"), F.base64("content").alias("content_base64"))))
    lines.mapInArrow(candour, "record string").write.text(sys.argv[2])
