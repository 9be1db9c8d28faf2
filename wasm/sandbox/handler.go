package sandbox

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// The bounds of what is taken and kept.
const (
	MaxBody    = 1 << 20 // bytes of a request's body, and of a stored profile
	maxUsers   = 100     // of a tenant
	maxStored  = 8 << 20 // bytes of all profiles of a tenant
	maxID      = 255     // bytes of a user's id
	maxTenant  = 64      // bytes of a tenant's name
	tenantLife = 7 * 24 * time.Hour
)

// Options is what differs between the homes of the sandbox.
type Options struct {
	DB      *sql.DB
	Links   Links                    // nil: in DB
	Limit   func(*http.Request) Rate // how many more requests its sender has; nil: any number
	Origins []string                 // of pages elsewhere that may call this, as browsers write them
	Default string                   // the tenant of the paths without one, or "" for none
	Log     *slog.Logger             // nil: none
	Now     func() time.Time         // nil: time.Now
	Name    func() string            // of a tenant that is made; nil: a random one
	Version string
}

// A Sandbox is the API. It is an http.Handler.
type Sandbox struct {
	Options
	store   store
	writer  *writer // nil: the database is asked by one at a time
	metrics metrics
	handler http.Handler
}

// New returns the API on a database that has all migrations.
func New(o Options) *Sandbox {
	s := &Sandbox{Options: o, store: store{o.DB, &sync.Map{}}}
	if s.Links == nil {
		s.Links = dbLinks{s}
	}
	if s.Now == nil {
		s.Now = time.Now
	}
	if s.Name == nil {
		s.Name = newName
	}
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	for _, prefix := range []string{"/t/{tenant}", ""} {
		mux.HandleFunc("GET "+prefix+"/api/v2/users/{id}", s.user(s.get))
		mux.HandleFunc("PATCH "+prefix+"/api/v2/users/{id}", s.place(s.patch))
		mux.HandleFunc("PUT "+prefix+"/api/v2/users/{id}", s.user(s.put))
		mux.HandleFunc("DELETE "+prefix+"/api/v2/users/{id}", s.user(s.remove))
		mux.HandleFunc("POST "+prefix+"/api/v2/users", s.user(s.post))
		mux.HandleFunc("GET "+prefix+"/api/v2/users", s.user(s.list))
	}
	mux.HandleFunc("POST /api/tenants", s.call(s.makeTenant))
	mux.HandleFunc("POST /api/links", s.call(s.makeLink))
	mux.HandleFunc("GET /s/{id}", s.call(s.follow))
	mux.HandleFunc("GET /-/health", s.call(s.health))
	mux.HandleFunc("GET /-/version", s.call(s.version))
	s.handler = s.observed(s.shared(mux))
	return s
}

func (s *Sandbox) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Expire removes the tenants that have ended.
func (s *Sandbox) Expire(ctx context.Context) error {
	return s.write(ctx, func(ctx context.Context, st store) error { return st.expire(ctx, s.Now()) })
}

// A call answers, or returns a fault or what else has gone wrong.
type call func(w http.ResponseWriter, r *http.Request) error

// call is a call as a handler, within the limit of its sender.
func (s *Sandbox) call(c call) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := s.limited(w, r)
		if err == nil {
			err = c(w, r)
		}
		var f *fault
		switch {
		case err == nil:
		case errors.As(err, &f):
			f.write(w)
		case errors.Is(err, ErrLater):
		case r.Context().Err() != nil: // nobody is there to read an answer; and if somebody is, none must not look like 200
			panic(http.ErrAbortHandler)
		default:
			s.Log.Error("failed", "pattern", r.Pattern, "error", err)
			errInternal.write(w)
		}
	}
}

// A place is what a request is about: a tenant's user, and what its token may do.
type place struct {
	tenant, id string
	hash       string // of the token
	access     access // once admit has looked
}

// user is a call about users of a tenant.
func (s *Sandbox) user(c func(http.ResponseWriter, *http.Request, *place) error) http.HandlerFunc {
	return s.place(func(w http.ResponseWriter, r *http.Request, p *place) error {
		if err := s.admit(r.Context(), s.store, p); err != nil {
			return err
		}
		return c(w, r, p)
	})
}

// place is a call about users of a tenant that has yet to be admitted.
func (s *Sandbox) place(c func(http.ResponseWriter, *http.Request, *place) error) http.HandlerFunc {
	return s.call(func(w http.ResponseWriter, r *http.Request) error {
		p := &place{tenant: r.PathValue("tenant"), id: r.PathValue("id")}
		if p.tenant == "" {
			p.tenant = s.Default
		}
		token, err := bearer(r)
		if err != nil {
			return err
		}
		if p.tenant == "" || len(p.tenant) > maxTenant {
			return errBadToken
		}
		p.hash = hashOf(token)
		return c(w, r, p)
	})
}

// admit looks for what a token gives, and for the user. Who asks without a good token
// learns nothing, not even whether there is such a tenant.
func (s *Sandbox) admit(ctx context.Context, st store, p *place) (err error) {
	id := p.id
	if !goodID(id) {
		id = "" // nobody has it
	}
	p.access, err = st.access(ctx, p.tenant, p.hash, id, s.Now())
	return err
}

// goodID reports whether a user may have an id.
func goodID(id string) bool {
	if id == "" || len(id) > maxID {
		return false
	}
	for _, r := range id {
		if r < ' ' || r == 0x7f || r == '\uFFFD' {
			return false
		}
	}
	return true
}

// shared is what all answers have: leave for pages of other origins, and an answer
// in our shape where the mux has none.
func (s *Sandbox) shared(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.cors(w, r) {
			return
		}
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		probe, allowed := *r, []string(nil)
		for _, method := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
			probe.Method = method
			if _, pattern := mux.Handler(&probe); pattern != "" {
				allowed = append(allowed, method)
			}
		}
		if allowed == nil {
			errNoRoute.write(w)
			return
		}
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		newFault(405, "", "This address does not know the method "+short(r.Method)+".").write(w)
	})
}

// cors gives pages of some other origins leave to call (Fetch standard, CORS), and
// answers the browser's question for it. It says whether the request goes on.
func (s *Sandbox) cors(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	h := w.Header()
	h.Add("Vary", "Origin")
	known := false
	for _, o := range s.Origins {
		known = known || o == origin
	}
	if known {
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Expose-Headers", "ETag, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset")
	}
	if r.Method != http.MethodOptions {
		return true
	}
	if known {
		h.Set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
		h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match")
		h.Set("Access-Control-Max-Age", "86400")
	}
	w.WriteHeader(http.StatusNoContent)
	return false
}

func (s *Sandbox) health(w http.ResponseWriter, r *http.Request) error {
	if err := s.DB.PingContext(r.Context()); err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, []byte(`{"ok":true}`))
	return nil
}

func (s *Sandbox) version(w http.ResponseWriter, r *http.Request) error {
	writeJSON(w, http.StatusOK, []byte(`{"version":`+strconv.Quote(s.Version)+`}`))
	return nil
}

// path returns an address below the tenant's part of a request's path.
func (p *place) path(r *http.Request) string {
	prefix := ""
	if tenant := r.PathValue("tenant"); tenant != "" {
		prefix = "/t/" + url.PathEscape(tenant)
	}
	return prefix + "/api/v2/users/" + url.PathEscape(p.id)
}
