# Every migrate-* target is one call of the schema program; ARGS= passes it more words: make migrate-up ARGS=--dry-run
# NAME and ARGS count on the command line only: some systems put a NAME into everybody's environment.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.NOTPARALLEL:
unexport NAME ARGS

# A name is data: neither make nor the shell reads anything into it.
quoted = '$(subst ','\'',$(1))'
name = $(call quoted,$(value NAME))
args = $(if $(filter command,$(firstword $(origin ARGS))),$(ARGS))

.PHONY: help
help: ## Lists the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-26s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: build
build: ## Builds everything.
	dotnet build Schema.sln --nologo --verbosity quiet $(args)

.PHONY: test
test: ## Runs all tests, with a test server of their own; a fresh machine needs the .NET SDK and make.
	@scripts/test $(args)

.PHONY: demo
demo: ## Makes sample legacy databases on the project's own PostgreSQL and migrates them, rows and all.
	@scripts/schema demo $(args)

.PHONY: bench
bench: ## Measures this against what people would use instead; ARGS="people --rows 100000" chooses.
	dotnet run --configuration Release --project tests/Schema.Benchmarks -- $(args)

.PHONY: check
check: ## What to run after a change of the model: style, build, house tests, model against migrations and database.
	dotnet build Schema.sln --configuration Release --nologo --verbosity quiet
	dotnet format Schema.sln --no-restore --verify-no-changes
	scripts/test --no-build --filter FullyQualifiedName~Schema.Tests.House
	scripts/schema check $(args)

.PHONY: format
format: ## Rewrites the sources in the house's style.
	dotnet format Schema.sln $(args)

.PHONY: migrate-status
migrate-status: ## Shows where the database is and what is pending.
	@scripts/schema status $(args)

.PHONY: migrate-history
migrate-history: ## Shows what ran, when, by whom, and how it ended.
	@scripts/schema history $(args)

.PHONY: migrate-up
migrate-up: ## Applies all pending migrations.
	@scripts/schema up $(args)

.PHONY: migrate-down
migrate-down: ## Undoes the last migration.
	@scripts/schema down $(args)

.PHONY: migrate-check
migrate-check: ## Compares the model with the migrations, and the database with both.
	@scripts/schema check $(args)

.PHONY: migrate-create
migrate-create: named ## Writes a new migration from the changes of the model: NAME=AddPlots
	@scripts/schema create $(name) $(args)

.PHONY: migrate-stamp
migrate-stamp: named ## Marks one migration as applied to a database that already has its shape: NAME=QueueBaseline
	@scripts/schema stamp $(name) $(args)

.PHONY: seed-reference
seed-reference: ## Adds delivered permissions, roles, grades, classes and subjects that are missing.
	@scripts/schema seed reference $(args)

.PHONY: seed-tickers
seed-tickers: ## Adds and updates tickers; ARGS=FILE takes them from a CSV of your own.
	@scripts/schema seed tickers $(args)

.PHONY: seed-users
seed-users: ## Adds alice, bob and charlie, never in Production; ARGS="--count 1000" makes people.
	@scripts/schema seed users $(args)

.PHONY: test-users
test-users: ## Runs the tests of users, profiles, channels, follows and their seeds.
	@scripts/test --filter "FullyQualifiedName~Schema.Tests.Seeding|FullyQualifiedName~CentralUsers|FullyQualifiedName~Migrations.Market" $(args)

.PHONY: db-init
db-init: ## Makes a database ready to use: migrations, reference data, tickers.
	@scripts/schema up $(args) && scripts/schema seed reference $(args) && scripts/schema seed tickers $(args)

.PHONY: legacy
legacy: named ## Lays out the import of a legacy system, with tests that pass: NAME=Orchard
	@scripts/schema legacy $(name) $(args)

.PHONY: backup
backup: ## Writes a backup of the database.
	@scripts/schema backup $(args)

.PHONY: db-start
db-start: ## Starts the project's own PostgreSQL and prints its URL.
	@scripts/postgres start

.PHONY: db-stop
db-stop: ## Stops it; its data stays.
	@scripts/postgres stop

.PHONY: db-reset
db-reset: ## Deletes its data and begins anew; asks first (ARGS=--yes does not).
	@scripts/postgres reset $(args)

.PHONY: publish
publish: ## Makes the one-file program artifacts/schema for this system; it needs no .NET on the target.
	@scripts/publish

.PHONY: named
named:
	@$(if $(and $(filter command,$(firstword $(origin NAME))),$(value NAME)),:,echo 'Which one? Type: make $(MAKECMDGOALS) NAME=$(example)' >&2; exit 2)

migrate-create: example = AddPlots
migrate-stamp: example = QueueBaseline
legacy: example = Orchard
