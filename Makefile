# LTC. `make run` starts it, `make test` checks everything; the rest is for who changes it.

SHELL       := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS   += --no-print-directory
.DEFAULT_GOAL := build

VERSION   = $(shell git describe --tags --always --dirty 2>/dev/null || echo development)
GENERATED = ent/db graph/gen schema.graphql frontend/src/gql
# One throw-away PostgreSQL beside a command, which finds its URL in LTC_TEST_POSTGRES.
WITH_POSTGRES = go run ./ltc/ltctest/startpg
LINT      = go tool -modfile=tools/go.mod golangci-lint

.PHONY: run build generate migration test deps generated lint test-go test-app test-browser accept-contract bench bench-go chaos clean

# ---- use it

run: build ## on http://localhost:8080; LTC_DATABASE_URL=postgres://... for PostgreSQL
	@mkdir -p data
	@export LTC_DATABASE_URL="$${LTC_DATABASE_URL:-sqlite:data/ltc.db}"; exec ./bin/ltc serve --demo

build: frontend/node_modules/.package-lock.json ## bin/ltc, the app inside
	npm --prefix frontend run --silent build
	touch frontend/dist/.gitkeep
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/ltc ./server

# ---- change it

generate: frontend/node_modules/.package-lock.json ## after a change of ent/schema, graph/schema or a query of the app
	go generate ./ent
	go run ./graph/contract compose
	go generate ./graph
	npm --prefix frontend run --silent codegen

migration: ## name=refunds; empty=1 for SQL by hand; no name renews the checksums only
	go run ./ent/migrate/newmigration -name "$(name)" $(if $(empty),-empty)

accept-contract: ## why="..." accepts a breaking change of the API
	go run ./graph/contract accept --why "$(why)"

# LTC_BENCH_POSTGRES names a server that keeps the set between runs; flags="--profile DIR", "--scale 10", "--only board".
# bin/bench fan, growth and sqlite measure the rest: fan prints, the other two write their own sections of bench/RESULTS.md (--help).
bench: bench/postgraphile/node_modules/.package-lock.json ## writes bench/RESULTS.md
	go build -o bin/bench ./bench/cmd
	./bin/bench run $(flags)

bench-go: ## the benchmarks of single rules
	$(WITH_POSTGRES) go test -run '^$$' -bench . -benchmem ./bench/...

bench/postgraphile/node_modules/.package-lock.json: bench/postgraphile/package-lock.json
	npm --prefix bench/postgraphile ci --no-audit --no-fund --prefer-offline
	touch $@

chaos: ## kills, stops and starves the server as often as was promised; half an hour
	$(WITH_POSTGRES) go test -timeout 60m -v ./server/chaos/ -kills 200 -stops 50 -terminations 500 -restarts 50

clean:
	rm -rf bin frontend/node_modules
	find frontend/dist -mindepth 1 ! -name .gitkeep -delete

# ---- check it

test: ## everything, in this order, until the first failure
	$(MAKE) deps
	$(MAKE) generated
	$(MAKE) lint
	$(WITH_POSTGRES) $(MAKE) test-go test-app build test-browser

deps: ## what the tests need beside Go, Node and make
	.ci/deps

# Compares before with after, not with the last commit: work that is not committed yet may be tested too.
generated: ## generated code is what the generators write
	@list() { git ls-files --cached --others --exclude-standard -- $(GENERATED) | sort -u | xargs cksum 2>/dev/null || true; }; \
	before=$$(list); \
	$(MAKE) generate; \
	diff <(echo "$$before") <(list) || { echo "generated code was out of date and is now written: commit it"; exit 1; }

lint: frontend/node_modules/.package-lock.json
	$(LINT) run --allow-serial-runners
	npm --prefix frontend run --silent lint

test-go: ## one package at a time: the log's horizon is the cluster's, and packages would wait for each other
	go test -p 1 $$(go list ./... | grep -vE '/(ent/db|graph/gen)(/|$$)')
	go test -race ./ltc/flow/...

test-app: frontend/node_modules/.package-lock.json
	npm --prefix frontend run --silent check
	npm --prefix frontend run --silent test

test-browser:
	npm --prefix frontend run --silent e2e

frontend/node_modules/.package-lock.json: frontend/package-lock.json
	npm --prefix frontend ci --no-audit --no-fund --prefer-offline
	touch $@
