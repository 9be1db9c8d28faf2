# Mergebook with plain make. `make help` lists what there is.

MAKEFLAGS += --no-builtin-rules
.NOTPARALLEL: # the stages are in order; each uses all processors by itself
.PHONY: help serve worker deploy build test check bench e2e assets clean edge need-build need-all format vet unit
.DELETE_ON_ERROR:

stage = @printf '%-9s %s\n'

MANIFEST = site/assets/dist/manifest.json
PROGRAM = bin/mergebook
PAGE = site/assets/node_modules/.package-lock.json
BROWSER = tools/e2e/node_modules/.package-lock.json
PEERS = tools/bench/node_modules/.package-lock.json
WRANGLER = wasm/worker/node_modules/.package-lock.json
HUGO = bin/peers/hugo
HUGO_VERSION = v0.155.3

# What files are made of: Go without its tests, and what it embeds.
find_go = $(shell find $(1) -name node_modules -prune -o -name '*.go' ! -name '*_test.go' -print)
ASSET_SOURCES = go.mod go.sum $(call find_go,wasm tools/assets) $(PAGE) $(wildcard site/assets/js/*.js site/assets/js/*/*.js site/assets/css/* site/assets/*.svg)
PROGRAM_SOURCES = go.mod go.sum $(call find_go,wasm site tools/mergebook) $(wildcard site/templates/*.html)

help: ## say what there is (this)
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

serve: $(PROGRAM) ## show the documentation in your browser while you write
	@$(PROGRAM) serve

worker: edge ## run the site and its sandbox as Cloudflare does, on this machine
	@cd wasm/worker && npx wrangler dev --local --ip 127.0.0.1 --port 8787

deploy: edge ## put the site and its sandbox on Cloudflare (once before: npx wrangler login, and a KV namespace in wasm/worker/wrangler.jsonc)
	@cd wasm/worker && npx wrangler deploy

build: $(PROGRAM) ## make the site of content/ in public/
	$(stage) site 'the pages of content/ as a site in public/'
	@$(PROGRAM) build

check: $(PROGRAM) ## check the pages: claims, links, requests
	$(stage) check 'claims, links and requests of the pages'
	@$(PROGRAM) check

test: need-all format vet unit check build e2e ## run everything that must pass, in order

e2e: need-all $(PROGRAM) $(BROWSER) ## test the site in real browsers (CHROME=path, FIREFOX=path take others)
	$(stage) browser 'the site in real browsers; pictures in tools/e2e/shots/'
	@cd tools/e2e && npm --silent test

bench: $(MANIFEST) $(PROGRAM) $(PEERS) $(BROWSER) $(HUGO) edge ## measure
	$(stage) bench 'how fast it is, beside others'
	@go run ./tools/bench

assets: $(MANIFEST) ## build what the pages load: engine, scripts, styles

clean: ## remove all that was built
	@rm -rf bin public site/assets/node_modules tools/e2e/node_modules tools/bench/node_modules wasm/worker/node_modules wasm/worker/dist tools/e2e/shots
	@find site/assets/dist -type f ! -name .gitignore -exec rm {} +

# Stages of test.

edge: $(PROGRAM) $(WRANGLER)
	$(stage) edge 'the site, the sandbox and the Worker in wasm/worker/dist/'
	@go run ./tools/edge

need-build:
	@tools/setup go node npm

need-all:
	$(stage) set-up 'Go, Node, npm, git, curl, Chromium, Firefox, the languages of snippets'
	@tools/setup go node npm git curl chromium firefox python java csharp php ruby

format:
	$(stage) format 'gofmt'
	@wrong=$$("$$(go env GOROOT)/bin/gofmt" -l wasm site tools) && \
		if [ -n "$$wrong" ]; then echo "These files are not as gofmt writes them:" $$wrong >&2; exit 1; fi

vet: $(MANIFEST)
	$(stage) vet 'go vet, here and for the browser'
	@go vet ./...
	@GOOS=js GOARCH=wasm go vet ./wasm/browser/... ./wasm/worker

unit: $(MANIFEST) edge
	$(stage) unit 'go test'
	@go test $$(go list ./... | grep -v /tools/)
	@go test -count=1 ./tools/... # they look at what other commands make, which Go's cache of results does not see

# Files. Set-up comes first, but makes nothing newer.

$(MANIFEST): $(ASSET_SOURCES) | need-build
	$(stage) assets 'engine, scripts and styles in site/assets/dist/'
	@go run ./tools/assets >/dev/null
	@touch $@

$(PROGRAM): $(PROGRAM_SOURCES) $(MANIFEST) | need-build
	$(stage) program '$@'
	@go build -o $@ ./tools/mergebook
	@touch $@

$(HUGO): | need-build
	$(stage) peer 'Hugo, to build sites beside; compiling it takes minutes'
	@GOBIN=$(CURDIR)/$(@D) go install github.com/gohugoio/hugo@$(HUGO_VERSION)

$(PAGE) $(BROWSER) $(PEERS) $(WRANGLER): %/node_modules/.package-lock.json: %/package.json %/package-lock.json | need-build
	$(stage) npm 'what $*/package-lock.json names'
	@cd $* && npm ci --loglevel=error >/dev/null
	@touch $@
