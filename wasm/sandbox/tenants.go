package sandbox

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"mergebook/wasm/jsonspan"
)

// sample is the user that each new tenant has.
const sample = `{
  "user_id": "ada",
  "email": "ada@example.com",
  "user_metadata": {
    "addresses": {
      "home": "12 Canal Street",
      "work": "3 Harbour Road"
    }
  }
}`

// A Tenant is what somebody gets who asks for one. The token is shown this once.
type Tenant struct {
	Tenant  string `json:"tenant"`
	Token   string `json:"token"`
	Scope   string `json:"scope"`
	UserID  string `json:"user_id"`
	Expires string `json:"expires"` // RFC 3339
}

// MakeTenant makes a tenant of that name with the sample user. If there is one
// already, it has another token from now on, and its users stay.
func (s *Sandbox) MakeTenant(ctx context.Context, name, scope string) (*Tenant, error) {
	token := newToken()
	expires := s.Now().Add(tenantLife)
	err := s.write(ctx, func(ctx context.Context, st store) error {
		if err := st.tenant(ctx, name, hashOf(token), scope, expires); err != nil {
			return err
		}
		_, err := st.create(ctx, name, "ada", []byte(sample))
		return err
	})
	if err != nil {
		return nil, err
	}
	return &Tenant{name, token, scope, "ada", expires.UTC().Format("2006-01-02T15:04:05Z")}, nil
}

// makeTenant makes a tenant. The body may be empty, or have a scope with some of
// the names of AllScopes: to see what becomes of a call that is not allowed.
func (s *Sandbox) makeTenant(w http.ResponseWriter, r *http.Request) error {
	scope := AllScopes
	if r.ContentLength != 0 && r.Body != nil {
		body, err := readBody(w, r)
		if err != nil {
			return err
		}
		if scope, err = scopeOf(body); err != nil {
			return err
		}
	}
	t, err := s.MakeTenant(r.Context(), s.Name(), scope)
	if err != nil {
		return err
	}
	text, err := json.Marshal(t)
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusCreated, text)
	return nil
}

func scopeOf(body []byte) (string, error) {
	doc, errs := jsonspan.Scan(body)
	if errs != nil {
		return "", badJSON(body, errs)
	}
	scope := AllScopes
	for i := range doc.Members {
		m := &doc.Members[i]
		if !m.NameIs(body, "scope") || jsonspan.KindOf(body, m.Value) != jsonspan.String {
			return "", payloadError("Expected only a scope, of some of: "+AllScopes, short(jsonspan.Unquote(m.Name.Of(body))))
		}
		scope = jsonspan.Unquote(m.Value.Of(body))
		for _, name := range strings.Fields(scope) {
			if !strings.Contains(" "+AllScopes+" ", " "+name+" ") {
				return "", payloadError("Expected some of: "+AllScopes, "scope")
			}
		}
	}
	return scope, nil
}
