#!/usr/bin/env python3
"""Classifies byte ranges of one file of observations on a Spark cluster.

    classify_on_spark.py FILE FOLDER [--ranges N] [--linchpin PROGRAM] [-- OPTIONS OF classify]

Every executor runs `linchpin classify` on its ranges. FILE, FOLDER and the program must stand under the
same path on all of them, as on a shared or mounted disk. `linchpin merge FOLDER/*.part` does the rest.
"""

import argparse
import os
import subprocess
import sys

from pyspark.sql import SparkSession


def classify(program, file, folder, options, start, end):
    """Makes the part of one range; what linchpin has to say against it is the error."""
    part = os.path.join(folder, f"{start:015}.part")
    # Spark may try a range twice; a part appears whole, so the second one may replace the first.
    run = subprocess.run(
        [program, "classify", "--range", f"{file}:{start}-{end}", "-o", part, "--force", *options],
        capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"bytes {start}-{end}: {run.stderr.strip()}")


def main():
    words = sys.argv[1:]
    own = words[:words.index("--")] if "--" in words else words
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("file")
    arguments.add_argument("folder")
    arguments.add_argument("--ranges", type=int, default=0, help="default: one for 256 MB")
    arguments.add_argument("--linchpin", default="linchpin")
    given = arguments.parse_args(own)

    os.makedirs(given.folder, exist_ok=True)
    size = os.path.getsize(given.file)
    count = given.ranges or max(1, size // (256 << 20))
    # Any cuts will do: a record belongs to the range in which its line starts.
    cuts = [size * place // count for place in range(count + 1)]
    # Plain values only: the executors get copies of them.
    program, file, folder, options = (
        given.linchpin, given.file, given.folder, words[len(own) + 1:])

    spark = SparkSession.builder.appName("linchpin classify").getOrCreate()
    spark.sparkContext.parallelize(list(zip(cuts, cuts[1:])), count).foreach(
        lambda cut: classify(program, file, folder, options, *cut))
    spark.stop()


if __name__ == "__main__":
    main()
