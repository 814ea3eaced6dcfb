#!/bin/sh
# Runs a checker of article graphics over figures: article-check.sh CHECKER FILE.svg…
# The width a figure claims is the number its name ends in.
set -u
checker=$1; shift
[ -f "$checker" ] || { echo "No checker at $checker: set CHECKER to its path."; exit 1; }
failed=0
for file in "$@"; do
  width=$(basename "$file" .svg | sed 's/.*-//')
  python3 "$checker" "$file" "$width" || failed=$((failed + 1))
done
echo "$# figures checked, $failed failed"
[ "$failed" -eq 0 ]
