# Linchpin: make demo, make test; then make bench, make format, make coverage.

SWIFT ?= swift
PACKAGES = libgraphviz-dev libharfbuzz-dev libpsl-dev libidn2-dev zlib1g-dev libzstd-dev libssl-dev libsimdjson-dev libsqlite3-dev pkg-config
MODULES = libgvc harfbuzz libpsl libidn2 zlib libzstd libcrypto simdjson sqlite3
BINARY = .build/release/linchpin

.PHONY: demo test build libraries format lint coverage bench bench-quick clean

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

coverage: libraries
	$(SWIFT) test --disable-xctest --enable-code-coverage
	@sh scripts/coverage.sh

bench: build
	@sh scripts/bench.sh 1000000 5

bench-quick: build
	@sh scripts/bench.sh 16500 3 && sh scripts/bench.sh 100000 3

clean:
	rm -rf .build demo
