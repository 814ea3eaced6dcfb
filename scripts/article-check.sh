#!/bin/sh
# Runs a checker of article graphics over figures: article-check.sh CHECKER FILE.svg…
# The width a figure claims is the number its name ends in. Every figure is checked in the first
# font of its stack that is here, and as it falls back to Arial and to DejaVu Sans; a theme other
# than light only in the first, as it changes colours and moves nothing.
# PYTHON: an interpreter with Pillow. JOBS: how many checks run at once; a browser mostly waits.
set -u

# One check, FONT=FILE; what fails is left in the folder WORK.
if [ "$1" = --one ]; then
  checker=$2 work=$3 font=${4%%=*} file=${4#*=}
  name=$(echo "$4" | tr '/ =' '___')
  shown=$file
  if [ -n "$font" ]; then
    shown="$work/$name"
    sed "s/ font-family=\"[^\"]*\"/ font-family=\"$font\"/" "$file" >"$shown"
  fi
  width=$(basename "$file" .svg | sed 's/.*-//')
  said=$("$PYTHON" "$checker" "$shown" "$width" 2>&1) ||
    printf '%s %s\n%s\n' "$file" "$font" "$said" >"$work/$name.failed"
  [ -z "$font" ] || rm "$shown"
  exit 0
fi

checker=$1; shift
[ -f "$checker" ] || { echo "No checker at $checker: set CHECKER to its path."; exit 1; }
PYTHON=${PYTHON:-/usr/bin/python3}
export PYTHON
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$@"; do
  echo "=$file"
  case $file in *-dark-*.svg | *-print-*.svg) continue ;; esac
  echo "Arial=$file"
  echo "DejaVu Sans=$file"
done >"$work/list"
tr '\n' '\0' <"$work/list" |
  xargs -0 -n 1 -P "${JOBS:-3}" sh "$0" --one "$checker" "$work"
failed=$(find "$work" -name '*.failed' | sort)
[ -z "$failed" ] || echo "$failed" | while read -r one; do cat "$one"; done
count=$(echo "$failed" | grep -c . || true)
echo "$# figures, $(wc -l <"$work/list" | tr -d ' ') checks, $count failed"
[ "$count" -eq 0 ]
