#!/bin/sh
# The main job on the samples: demo.sh BINARY
set -eu
linchpin=$1 out=demo
catalogue="--catalogue samples/catalogue.yaml --networks samples/networks.tsv"
before="samples/observations-2026-03.jsonl,samples/organisations.csv"
after="samples/observations-2026-09.jsonl samples/organisations-2026-09.csv"
mkdir -p "$out"
run() { echo; echo "\$ linchpin $*"; "$linchpin" "$@"; }

# shellcheck disable=SC2086
{
  run assess $after $catalogue --home XL --service mail --group-by company --top 5
  run chokepoints $after $catalogue --top 5
  run compare "$before" "$(echo $after | tr ' ' ',')" $catalogue --top 5
  run draw flow $after $catalogue --home XL -o "$out" --force
  run draw chokepoints $after $catalogue --home XL -o "$out" --force
  run draw card $after $catalogue --home XL --focus "Elm Hospital" -o "$out" --force
}
generator=$(dirname "$linchpin")/SampleGenerator
if [ -x "$generator" ]; then
  "$generator" nos "$out" >/dev/null
  run assess "$out/nos-2026.jsonl" --catalogue "$out/nos-2026-catalogue.yaml" --unit domain \
    --group-by company --quiet --top 5 -o "$out/nos-2026.txt" --force
  echo "16,500 invented domains with the totals of a published study: see $out/nos-2026-README.txt"
fi
echo
echo "Written to $out/:"
ls "$out"
echo
echo "Everything above is invented. Try next:"
echo "  $linchpin explain 'Elm Hospital' $after --catalogue samples/catalogue.yaml"
echo "  $linchpin whatif $after --catalogue samples/catalogue.yaml --fail jurisdiction:US"
echo "  and the real data named in README.md"
