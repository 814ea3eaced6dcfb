#!/bin/sh
# Draws every figure at every width in both languages from real data, and checks all of them:
# article-figures.sh BINARY DATA CHECKER [OUT]
# DATA: a folder with nl-municipalities/ (dns_cache-*.json, municipalities-*.json) and us-gov/
# (zone-*.txt, registrants-*.csv); the earliest and the latest of each are compared.
set -eu
linchpin=$1 data=$2 checker=$3 out=${4:-article-figures}
rm -rf "$out"

first() { find "$data/$1" -name "$2" | sort | head -1; }
last() { find "$data/$1" -name "$2" | sort | tail -1; }
towns=$(last nl-municipalities 'municipalities-*.json')
nl_before=$(first nl-municipalities 'dns_cache-*.json'),$towns
nl_after=$(last nl-municipalities 'dns_cache-*.json'),$towns
gov_before=$(first us-gov 'zone-*.txt'),$(first us-gov 'registrants-*.csv')
gov_after=$(last us-gov 'zone-*.txt'),$(last us-gov 'registrants-*.csv')

draw() {
  folder=$1; shift
  "$linchpin" draw "$@" --lang "$language" --theme "$theme" --force --quiet \
    -o "$out/$folder-$language"
}
apart() { echo "$1" | tr ',' ' '; }

for theme in light dark print; do
  for language in en nl; do
    # Paths hold no spaces, and lists of files are taken apart on purpose.
    # shellcheck disable=SC2046
    {
      set -- $(apart "$nl_after") --home NL
      draw nl flow "$@"
      draw nl card "$@" --focus "${NL_FOCUS:-Aalten}"
      draw nl chokepoints "$@"
      draw nl whatif "$@" --fail jurisdiction:US
      draw nl migration "$nl_before" "$nl_after" --home NL
      draw nl ownership "$@" --focus solvinity
      draw nl grid "$@" --provider microsoft-365
      draw nl graph "$@"

      set -- $(apart "$gov_after") --home US --service dns
      draw gov flow "$@" --unit domain
      draw gov card "$@" --focus "${GOV_FOCUS:-City of Miami, FL}"
      draw gov chokepoints "$@" --unit domain
      draw gov whatif "$@" --unit domain --fail provider:cloudflare-dns
      draw gov migration "$gov_before" "$gov_after" --home US --service dns --unit domain
      draw gov ownership "$@" --focus godaddy
      draw gov grid "$@" --provider cloudflare-dns
      draw gov graph "$@"
    }
  done
done

largest=$(find "$out" -name '*.svg' -exec wc -c {} + | grep -v ' total$' | sort -n | tail -1)
echo "$(find "$out" -name '*.svg' | wc -l | tr -d ' ') figures drawn; the largest:$largest (of 150000)"
# shellcheck disable=SC2046
exec sh scripts/article-check.sh "$checker" $(find "$out" -name '*.svg' | sort)
