#!/bin/sh
# Single failures of a generated snapshot beside a slow oracle that shares no code with ours:
#   oracle.sh BINARY ORACLE DATA DOMAINS [HOW-MANY]
# ORACLE: andor_oracle.py. DATA: the folder with s0-DOMAINS.jsonl and providers-DOMAINS.csv.
# Compared are mail that is no longer received and DNS lost, by domain: every legal order, and
# HOW-MANY providers spread over the whole ranking (30 unless given).
set -eu
binary=$1 oracle=$2 data=$3 size=$4 many=${5:-30} python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$binary" chokepoints "$data/s0-$size.jsonl" --catalogue "$data/providers-$size.csv" --unit domain \
  --kind provider --kind jurisdiction --csv --quiet >"$folder/ours.csv"
"$python" - "$folder/ours.csv" "$many" >"$folder/wanted.txt" <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1])))
laws = [r["id"] for r in rows if r["kind"] == "jurisdiction"]
providers = [r["id"] for r in rows if r["kind"] == "provider"]
step = max(1, len(providers) // int(sys.argv[2]))
print("\n".join(laws + sorted(set(providers[:5] + providers[::step]))))
END
# shellcheck disable=SC2046
"$python" "$oracle" "$data" "$size" $(cat "$folder/wanted.txt") >"$folder/theirs.txt"
"$python" - "$folder/ours.csv" "$folder/theirs.txt" <<'END'
import csv, sys
ours = {(r["id"]): (int(r["receive"]), int(r["dns"])) for r in csv.DictReader(open(sys.argv[1]))}
wrong = 0
lines = [line.split() for line in open(sys.argv[2])]
for thing, _, _, _, mail, _, dns in lines:
    if ours.get(thing, (0, 0)) != (int(mail), int(dns)):
        wrong += 1
        print(f"{thing}: ours {ours.get(thing)}, the oracle's {mail}, {dns}")
print(f"{len(lines) - wrong} of {len(lines)} agree")
sys.exit(1 if wrong else 0)
END
