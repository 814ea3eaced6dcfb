#!/bin/sh
# Runs a checker of article graphics over figures: article-check.sh CHECKER FILE.svg…
# The width a figure claims is the number its name ends in. Every figure is checked in the first
# font of its stack that is here, and as it falls back to Arial and to DejaVu Sans; a theme other
# than light only in the first, as it changes colours and moves nothing.
# PYTHON: an interpreter with Pillow.
set -u
checker=$1; shift
[ -f "$checker" ] || { echo "No checker at $checker: set CHECKER to its path."; exit 1; }
python=${PYTHON:-/usr/bin/python3}
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT
checks=0 failed=0

check() { # check FIGURE WIDTH FONT SHOWN
  checks=$((checks + 1))
  said=$("$python" "$checker" "$4" "$2" 2>&1) && return
  failed=$((failed + 1))
  echo "$1 $3"
  echo "$said"
}

for file in "$@"; do
  width=$(basename "$file" .svg | sed 's/.*-//')
  check "$file" "$width" "as it is" "$file"
  case $file in *-dark-*.svg | *-print-*.svg) continue ;; esac
  for font in "Arial" "DejaVu Sans"; do
    shown="$copies/$(echo "$file" | tr '/ ' '__')"
    sed "s/ font-family=\"[^\"]*\"/ font-family=\"$font\"/" "$file" >"$shown"
    check "$file" "$width" "$font" "$shown"
    rm "$shown"
  done
done
echo "$# figures, $checks checks, $failed failed"
[ "$failed" -eq 0 ]
