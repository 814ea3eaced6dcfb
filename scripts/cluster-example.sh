#!/bin/sh
# The example of Documentation/Cluster in Spark's local mode, against one run: cluster-example.sh PROGRAM
set -eu
program=$1
command -v java >/dev/null 2>&1 || sh scripts/packages.sh openjdk-17-jre-headless
sh scripts/python.sh pyspark "pyspark>=4,<5"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Invented domains, with a bad line and a second record of a domain far from its first.
awk 'BEGIN {
  for (i = 0; i < 30000; i++) {
    d = i == 29000 ? "d7.example" : "d" i ".example"
    printf "{\"domain\":\"%s\",\"org\":\"o%d\",\"sector\":\"s%d\",\"country\":\"NL\",", d, i % 4000, i % 5
    printf "\"mx\":[\"mx%d.p%d.example\"],\"ns\":[\"ns1.q%d.example\"]}\n", i, i % 40, i % 9
    if (i == 15000) print "{no record"
  }
}' > "$folder/observations.jsonl"
.venv/bin/python Documentation/Cluster/classify_on_spark.py "$folder/observations.jsonl" \
  "$folder/parts" --ranges 7 --linchpin "$program" 2>"$folder/spark.txt" ||
  { cat "$folder/spark.txt"; exit 1; }
for form in --json --csv --markdown; do
  "$program" assess "$folder/observations.jsonl" "$form" --quiet > "$folder/one"
  "$program" merge "$folder"/parts/*.part "$form" --quiet > "$folder/merged"
  cmp "$folder/one" "$folder/merged"
done
echo "7 ranges under Spark, merged: the same bytes as one run."
