# Linchpin: make demo, make test; then make gallery, make bench, make format, make coverage.

SWIFT ?= swift
PACKAGES = libgraphviz-dev libharfbuzz-dev libpsl-dev libidn2-dev zlib1g-dev libzstd-dev libssl-dev libsimdjson-dev libsqlite3-dev pkg-config
MODULES = libgvc harfbuzz libpsl libidn2 zlib libzstd libcrypto simdjson sqlite3
BINARY = .build/release/linchpin

.PHONY: demo test build libraries format lint coverage gallery review article-tools article-check \
	article-figures bench bench-quick bench-drawing cluster-example clean

demo: build
	@sh scripts/demo.sh $(BINARY)

test: libraries
	$(SWIFT) test --disable-xctest --explicit-target-dependency-import-check error

build: libraries
	$(SWIFT) build -c release --product linchpin
	@$(SWIFT) build -c release --product SampleGenerator >/dev/null

# Installs what the build needs, once; with everything there it touches no network.
libraries:
	@sh scripts/libraries.sh "$(MODULES)" "$(PACKAGES)"

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

# Every figure of the samples, committed under Documentation/Gallery.
gallery: build
	@sh scripts/gallery.sh $(BINARY)

# Golden figures that changed, old beside new: .build/review/index.html
review: libraries
	@rm -rf .build/review
	-@REVIEW=.build/review $(SWIFT) test --disable-xctest --filter Golden
	@if [ -f .build/review/index.html ]; then \
		echo "Open .build/review/index.html; RECORD=1 swift test --filter Golden accepts what is new."; \
		else echo "No golden figure changed."; fi

# What checking a figure in a browser needs, and fonts for --text outline.
article-tools:
	@sh scripts/packages.sh chromium librsvg2-bin libxml2-utils python3-pil fonts-inter \
		fonts-dejavu-core fonts-liberation

# FIGURES are checked with CHECKER, a program that takes a file and the width it claims.
CHECKER ?= ../shared/tools/article_svg_check.py
FIGURES ?= $(wildcard Documentation/Gallery/*.svg)
article-check:
	@sh scripts/article-check.sh $(CHECKER) $(FIGURES)

# Every figure of the Dutch and the .gov data under DATA, in article-figures/, checked likewise.
DATA ?= ../shared/data
article-figures: build
	@sh scripts/article-figures.sh $(BINARY) $(DATA) $(CHECKER)

# What drawing costs beside Graphviz's own dot -Tsvg on the same graphs.
bench-drawing: build
	@sh scripts/bench-drawing.sh $(BINARY)

coverage: libraries
	$(SWIFT) test --disable-xctest --enable-code-coverage
	@sh scripts/coverage.sh

bench: build
	@sh scripts/bench.sh 5 16500 100000 1000000

bench-quick: build
	@sh scripts/bench.sh 2 16500 100000

# Byte ranges under PySpark in local mode, merged, against one run.
cluster-example: build
	@sh scripts/cluster-example.sh $(BINARY)

clean:
	rm -rf .build demo gallery-real article-figures
