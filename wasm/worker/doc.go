// Command worker is the sandbox at the edge: a Cloudflare Worker whose requests are
// answered by package sandbox, compiled to WebAssembly.
//
//	worker.mjs     the Worker: the limit of each sender, links, and the way to a tenant
//	tenant.mjs     a tenant: a Durable Object with an SQLite database of its own
//	message.mjs    a request as the program takes it, and its answer
//	engine.mjs     the instance of this program, which all requests share
//	wire.mjs       what goes between the two, in bytes; wire.go is its other side
//	main.go        what it exports: one request in, one answer out
//	driver.go      database/sql on the SQLite of the tenant whose request it is
//	links.go       the links that a request may read, and those that it makes
//	wrangler.jsonc the configuration
//	workerd.mjs    runs it for tests and measuring
//
// # Why a Durable Object a tenant, and not D1
//
// Its SQLite answers at once, without a promise. So a request runs from its first
// line to its last while nothing else does, and one Go instance can serve all: there
// is no request whose database call would be continued on behalf of another, which
// Workers forbid. And what is written to one user is written in one place, in turn.
//
// # When it breaks
//
// A panic in a handler is answered with 500 by package sandbox. A trap, or Go ending
// itself, takes the instance with it: that request gets 500, and the next one a new
// instance. Nothing of a tenant is in the instance, so nothing is lost.
package main
