// Package sandbox is the live API that the documentation is about, for readers who
// paste a snippet into a terminal: one http.Handler, on a database/sql that is
// SQLite on this machine and that of a Durable Object at the edge.
//
//	POST   /api/tenants                          makes a tenant with a token, and a user
//	GET    /t/{tenant}/api/v2/users/{id}         reads a user
//	PATCH  /t/{tenant}/api/v2/users/{id}         merges a body into it (package merge)
//	POST   /t/{tenant}/api/v2/users              stores a profile as a new user
//	PUT    /t/{tenant}/api/v2/users/{id}         stores a profile in the place of a user
//	DELETE /t/{tenant}/api/v2/users/{id}         deletes a user
//	GET    /t/{tenant}/api/v2/users              reads all users of the tenant
//	       /api/v2/users...                      the same for the default tenant
//	POST   /api/links                            keeps a share link's fragment
//	GET    /s/{id}                               leads to the playground with it
//	GET    /-/health, /-/version                 for whoever runs it
//
// # What differs from the API that the docs describe
//
// POST takes any profile, with members that only the API itself may set, and PUT is
// not there at all: they are how an example gets its stored profile. Nothing is added to a profile, such as
// updated_at: a PATCH gives exactly what the pages prove. The members that steer a
// call are checked and otherwise without effect.
//
// # How it is kept
//
// A PATCH reads a profile and its version, merges, and writes where the version is
// still the same. In both homes one of them does so at a time: on SQLite of this
// machine one connection writes for all, and the changes that wait at the same time
// become lasting together, while others read; a Durable Object has one thread.
//
// Tokens are 32 random bytes, and only their SHA-256 is stored: looking for it tells
// nobody how close a guess is. Tenants end a week after they were made.
//
// A log line has the method, the pattern of the route, the status and how long it
// took: never a token, a body or an id.
package sandbox
