#!/bin/sh
# Runs a checker of article graphics over figures: article-check.sh CHECKER FILE.svg…
# The width a figure claims is the number its name ends in. Every figure is checked three times: in
# the first font of its stack that is here, and as it falls back to Arial and to DejaVu Sans.
# PYTHON: an interpreter with Pillow.
set -u
checker=$1; shift
[ -f "$checker" ] || { echo "No checker at $checker: set CHECKER to its path."; exit 1; }
python=${PYTHON:-/usr/bin/python3}
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
checks=0 failed=0
for file in "$@"; do
  width=$(basename "$file" .svg | sed 's/.*-//')
  for font in "" "Arial" "DejaVu Sans"; do
    shown=$file
    if [ -n "$font" ]; then
      shown="$copies/$(echo "$file" | tr '/ ' '__')"
      sed "s/ font-family=\"[^\"]*\"/ font-family=\"$font\"/" "$file" >"$shown"
    fi
    checks=$((checks + 1))
    said=$("$python" "$checker" "$shown" "$width" 2>&1) || {
      failed=$((failed + 1))
      echo "$file ${font:-as it is}"
      echo "$said"
    }
  done
done
echo "$# figures, $checks checks, $failed failed"
[ "$failed" -eq 0 ]
