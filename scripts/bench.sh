#!/bin/sh
# The scoreboard: bench.sh PAIRS SIZE…
# BENCH: the folder with generate.py and peers/. Data and peers are fetched once and kept.
set -eu
pairs=$1; shift
bench=${BENCH:-../shared/bench}
data=Benchmarks/data
[ -f "$bench/generate.py" ] || { echo "No generator at $bench: set BENCH to its folder."; exit 1; }
sh scripts/python.sh "duckdb, polars, igraph, orjson, numpy" duckdb polars igraph orjson numpy
/usr/bin/python3 -c 'import graph_tool' 2>/dev/null || sh scripts/packages.sh python3-graph-tool
mkdir -p "$data"
for size; do
  for snapshot in 0 1; do
    [ -f "$data/s$snapshot-$size.csv" ] ||
      .venv/bin/python "$bench/generate.py" --domains "$size" --out "$data" --snapshot "$snapshot"
  done
done
swift build -c release --package-path Benchmarks >/dev/null
# Not met is an answer: only what could not run is an error.
status=0
Benchmarks/.build/release/Scoreboard .build/release/linchpin "$bench/peers" .venv/bin/python \
  "$data" "$pairs" "$@" || status=$?
[ "$status" -le 1 ]
