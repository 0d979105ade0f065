"""Pipes lines of JSON, each {"id": …, "text": …}, through candour on Spark, in order.

usage: spark-submit pipe.py LINES OUT
"""
import os
import sys

from pyspark.sql import SparkSession

CANDOUR = os.environ.get("CANDOUR", "candour")

if __name__ == "__main__":
    spark = SparkSession.builder.getOrCreate()
    lines = spark.sparkContext.textFile(sys.argv[1], minPartitions=4)
    lines.pipe(f"{CANDOUR} filter --jobs 1", checkCode=True).saveAsTextFile(sys.argv[2])
