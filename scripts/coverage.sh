#!/bin/sh
# Prints the line coverage of Graphs and the core after `swift test --enable-code-coverage`.
set -eu
report=$(swift test --show-codecov-path)
python3 - "$report" <<'PYTHON'
import json, sys, collections
data = json.load(open(sys.argv[1]))["data"][0]["files"]
sums = collections.defaultdict(lambda: [0, 0])
for entry in data:
    parts = entry["filename"].split("/Sources/")
    if len(parts) < 2: continue
    module = parts[1].split("/")[0]
    lines = entry["summary"]["lines"]
    sums[module][0] += lines["covered"]; sums[module][1] += lines["count"]
for module, (covered, count) in sorted(sums.items()):
    print(f"{module:20} {covered:6} of {count:6} lines  {100 * covered / max(count, 1):5.1f} %")
PYTHON
