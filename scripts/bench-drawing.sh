#!/bin/sh
# What drawing costs beside Graphviz's own dot -Tsvg on the same graphs, in instructions, which no
# other work on the machine disturbs: bench-drawing.sh BINARY
# Counted is all between a figure's numbers and its three SVG files: layout, text, writing.
# Needs valgrind and dot (Debian: valgrind, graphviz).
set -eu
binary=$1
for tool in valgrind dot; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed."; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$(dirname "$binary")"/*.resources "$work"/
strip -g -o "$work/linchpin" "$binary"

after="samples/observations-2026-09.jsonl samples/organisations-2026-09.csv"
before="samples/observations-2026-03.jsonl,samples/organisations.csv"
rules="--catalogue samples/catalogue.yaml --networks samples/networks.tsv --home XL --force"

count() { # count OPTIONS PROGRAM…
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
    sed -n 's/.*Collected : *\([0-9]*\).*/\1/p'
}
row() {
  figure=$1; shift
  rm -rf "$work/out"
  ours=$(count --toggle-collect='*7Drawing12ArticleFrameV5drawn*' "$work/linchpin" draw "$figure" \
    "$@" --keep-dot --quiet -o "$work/out")
  theirs=0
  for graph in "$work"/out/*.dot; do
    theirs=$((theirs + $(count dot -Tsvg "$graph" -o /dev/null)))
  done
  echo "$figure $ours $theirs" | awk '{
    printf "%-12s %8.1f %8.1f %8.2f\n", $1, $2 / 1e6, $3 / 1e6, $2 / $3 }'
}
printf '%-12s %8s %8s %8s\n' figure ours dot ratio
# shellcheck disable=SC2086
{
  row flow $after $rules
  row card $after $rules --focus "Elm Hospital"
  row whatif $after $rules --fail provider:cumulus-cloud
  row migration "$before" "$(echo $after | tr ' ' ',')" $rules
  row ownership $after $rules --focus veiligbeheer
  row graph $after $rules
}
echo "Instructions in millions; dot once for each graph."
