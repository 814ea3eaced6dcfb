#!/bin/sh
# Every single failure beside twenty what-ifs of graph-tool, in turn, a warm-up first:
#   bench-failures.sh BINARY PEER DATA DOMAINS PAIRS
# PEER: graphtool_peer.py (Debian's python3-graph-tool). DATA: the folder with the generated snapshots.
# Ours is the step that --verbose tells; theirs the step "whatif" alone, parsing and graph apart.
set -eu
binary=$1 peer=$2 data=$3 size=$4 pairs=$5 python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
: >"$folder/ours" && : >"$folder/theirs"
round=0
while [ "$round" -le "$pairs" ]; do
  ours=$("$binary" chokepoints "$data/s0-$size.jsonl" --catalogue "$data/providers-$size.csv" \
    --unit domain --kind provider --csv --verbose 2>&1 >/dev/null |
    sed -n 's/.*every single failure: \([0-9.]*\) s.*/\1/p')
  theirs=$("$python" "$peer" "$data" "$size" 20 |
    sed -n 's/^step whatif.* cpu *\([0-9.]*\) s .*/\1/p')
  if [ "$round" -gt 0 ]; then
    echo "$ours" >>"$folder/ours"
    echo "$theirs" >>"$folder/theirs"
  fi
  round=$((round + 1))
done
paste "$folder/ours" "$folder/theirs" | awk '
  { ratio = $1 / $2; print "ours " $1 " s, graph-tool " $2 " s, ratio " ratio; all[NR] = ratio }
  END {
    for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++)
      if (all[j] < all[i]) { t = all[i]; all[i] = all[j]; all[j] = t }
    print "median ratio " all[int((NR + 1) / 2)]
  }'
