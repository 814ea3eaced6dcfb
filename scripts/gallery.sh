#!/bin/sh
# Draws every figure of the samples into Documentation/Gallery: gallery.sh BINARY
# DATA: a folder of real files (dns_cache*.json, municipalities*.json); drawn beside, never kept.
set -eu
linchpin=$1 out=Documentation/Gallery
rules="--catalogue samples/catalogue.yaml --networks samples/networks.tsv --home XL --quiet --force"
before="samples/observations-2026-03.jsonl,samples/organisations.csv"
after="samples/observations-2026-09.jsonl samples/organisations-2026-09.csv"
both="$before $(echo $after | tr ' ' ',')"
rm -rf "$out" && mkdir -p "$out"

# shellcheck disable=SC2086
draw() { "$linchpin" draw "$@" $rules -o "$out"; }
# shellcheck disable=SC2086
{
  draw flow $after --lang en
  draw flow $after --lang nl --theme dark
  draw flow $after --lang en --theme print
  draw card $after --lang en --focus "Elm Hospital"
  draw chokepoints $after --lang en --annotate "provider:tulpweb=Name servers and websites"
  draw whatif $after --lang en --fail provider:cumulus-cloud
  draw migration $both --lang en
  draw ownership $after --lang en --focus veiligbeheer
  draw grid $after --lang en --provider cumulus-mail
  draw graph $after --lang en
}
# Panels have the name of their figure, so they are drawn beside and brought over.
# shellcheck disable=SC2086
"$linchpin" draw chokepoints $after --by sector --lang en $rules -o "$out/panels"
for file in "$out"/panels/*; do
  mv "$file" "$out/chokepoints-by-sector${file#"$out"/panels/chokepoints}"
done
rmdir "$out/panels"
rm -f "$out"/*.csv "$out"/*.html

figure() {
  echo; echo "## $2"; echo
  echo "<picture>"
  echo "  <source media=\"(min-width: 1100px)\" srcset=\"$1-960.svg\">"
  echo "  <img src=\"$1-700.svg\" alt=\"$2\">"
  echo "</picture>"; echo
  echo "\`$3\` · [360](${1}-360.svg) · [700](${1}-700.svg) · [960](${1}-960.svg) · [words](${1}.txt)"
}
{
  echo "# Gallery"
  echo
  echo "**Everything here is fictional**, drawn by \`make gallery\` from [samples](../../samples/README.md):"
  echo "bodies, suppliers and numbers are invented, and every figure says so."
  figure flow "Who depends on whom, under which law?" "draw flow INPUT"
  figure card "What does this one organisation hang on?" "draw card INPUT --focus 'Elm Hospital'"
  figure chokepoints "What would hurt most if it stopped?" "draw chokepoints INPUT --annotate ID=TEXT"
  figure chokepoints-by-sector "The same, asked of each sector" "draw chokepoints INPUT --by sector"
  figure whatif "If this stops, who goes first, who next?" "draw whatif INPUT --fail provider:cumulus-cloud"
  figure migration "Who moved where between two dates?" "draw migration BEFORE AFTER"
  figure ownership "Who owns the supplier, since when?" "draw ownership INPUT --focus veiligbeheer"
  figure grid "How many of these use one provider?" "draw grid INPUT --provider cumulus-mail"
  figure graph "Let me explore (never for print)" "draw graph INPUT"
  figure flow-dark "On a dark ground, in Dutch" "draw flow INPUT --theme dark --lang nl"
  figure flow-print "In greys, for newsprint" "draw flow INPUT --theme print"
} >"$out/README.md"

if [ -n "${DATA:-}" ]; then
  set -- "$DATA"/dns_cache*.json
  for cache in "$@"; do last=$cache; done
  municipalities=$(ls "$DATA"/municipalities*.json | tail -1)
  for language in en nl; do
    "$linchpin" draw flow "$last" "$municipalities" --home NL --lang "$language" --force --quiet \
      -o "gallery-real/$language"
  done
  echo "Figures of real data: gallery-real/"
fi
echo "Written to $out/"
