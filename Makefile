# Dateline: everything that a person does with it by hand.
#
#   make run                              builds and serves the sample documents on port 8080
#   make run DOCUMENTS=PATH PORT=9000     serves others
#   make test                             builds and runs all tests
#   make format                           lays the code out as .swift-format says
#   make lint                             says where it is not
#   make sanitize                         runs the tests under the address and thread sanitizers
#   make cert                             a certificate for this machine to develop with
#   make bench                            CPU per request beside a bare socket loop and nginx
#   make bench-extract                    characters per CPU-second of the extraction
#   make bench-tls                        CPU per request and per handshake beside nginx, memory
#   make tls-scan                         what testssl, sslyze and sslscan find wrong with TLS
#   make bench-live                       events to thousands of streams, an export of 200,000 reports
#   make bench-store                      load, memory, counts, pages and latency of 30,000 reports
#   make eval                             what the extraction finds of what people marked
#   make bench-gazetteer                  what the gazetteer adds to a start, and its memory
#   make bench-deep-gazetteer             the same of 5 million places, and how they are built
#   make fuzz SECONDS=600                 the extraction under libFuzzer and the address sanitizer
#   make fuzz-http SECONDS=600            each part of the HTTP server likewise
#   make conformance SECONDS=600          what is asked of the server's strictness under attack
#   make clean                            removes what was built

DOCUMENTS ?= config/documents
PORT ?= 8080
SECONDS ?= 600

.PHONY: run build test cert tls-scan bench-tls bench-live format lint sanitize bench eval clean dependencies bench-gazetteer bench-deep-gazetteer fuzz fuzz-http conformance bench-extract bench-store

run: build
	@scripts/serve "$(DOCUMENTS)" "$(PORT)"

build: dependencies
	swift build -c release --product dateline
	"$$(swift build -c release --show-bin-path)/dateline" gazetteer build

test: build
	swift test --disable-xctest

dependencies:
	@scripts/dependencies

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests \
	  Benchmarks/edits Benchmarks/lookups Benchmarks/fuzz Benchmarks/fuzz-http

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests \
	  Benchmarks/edits Benchmarks/lookups Benchmarks/fuzz Benchmarks/fuzz-http

sanitize: dependencies
	SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/leaks.supp \
	  swift test --disable-xctest --sanitize=address --scratch-path .build-address
	TSAN_OPTIONS=halt_on_error=1 swift test --disable-xctest --sanitize=thread \
	  --scratch-path .build-thread

bench: build
	@Benchmarks/http

bench-extract: build
	@Benchmarks/extract

bench-store: build
	@Benchmarks/store

bench-tls: build
	@Benchmarks/tls

tls-scan: build
	@Benchmarks/tls-scan

bench-live: build
	@Benchmarks/streams
	@Benchmarks/export

cert:
	@scripts/certificate

eval: build
	@Benchmarks/evaluation

bench-gazetteer: build
	@Benchmarks/gazetteer

bench-deep-gazetteer: build
	@Benchmarks/gazetteer --rows 5000000

fuzz: build
	@Benchmarks/fuzz/run $(SECONDS)

fuzz-http:
	@Benchmarks/fuzz-http/run $(SECONDS)

conformance: build
	@Benchmarks/conformance $(SECONDS)

clean:
	rm -rf .build .build-*
