#!/bin/sh
# The scoreboard at one size: bench.sh DOMAINS PAIRS
# BENCH: the folder with generate.py and peers/. Data and peers are fetched once and kept.
set -eu
size=$1 pairs=$2
bench=${BENCH:-../shared/bench}
data=Benchmarks/data
[ -f "$bench/generate.py" ] || { echo "No generator at $bench: set BENCH to its folder."; exit 1; }
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv
  .venv/bin/pip install -q duckdb polars igraph orjson numpy
fi
mkdir -p "$data"
for snapshot in 0 1; do
  [ -f "$data/s$snapshot-$size.jsonl" ] ||
    .venv/bin/python "$bench/generate.py" --domains "$size" --out "$data" --snapshot "$snapshot"
done
swift build -c release --package-path Benchmarks >/dev/null
exec Benchmarks/.build/release/Scoreboard .build/release/linchpin "$bench/peers" .venv/bin/python \
  "$data" "$size" "$pairs"
