#!/bin/sh
# A virtual environment .venv with packages from PyPI, fetched where they are missing:
# python.sh "MODULE, MODULE…" PACKAGE…
set -eu
modules=$1; shift
.venv/bin/python -c "import $modules" 2>/dev/null && exit
[ -x .venv/bin/python ] || python3 -m venv .venv
exec .venv/bin/pip install -q "$@"
