package sandbox

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net/http"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/share"
)

// MaxLink is the longest fragment that is kept, in characters.
const MaxLink = 64 << 10

// ErrLater is what a store of links says that cannot wait for an answer. The request
// is then not answered: whoever called the handler gets the link, and calls again.
var ErrLater = errors.New("a link has to be read first")

// Links keeps the fragments of share links by their ids, for ever.
type Links interface {
	// Get returns a fragment, or "" for none.
	Get(ctx context.Context, id string) (string, error)
	// Put keeps a fragment, unless there is one of that id.
	Put(ctx context.Context, id, fragment string) error
}

// dbLinks keeps them in the database.
type dbLinks struct{ s *Sandbox }

func (l dbLinks) Get(ctx context.Context, id string) (string, error) { return l.s.store.link(ctx, id) }

func (l dbLinks) Put(ctx context.Context, id, fragment string) error {
	return l.s.write(ctx, func(ctx context.Context, st store) error { return st.keep(ctx, id, fragment) })
}

// makeLink keeps a fragment and answers with the path that leads to it. The same
// fragment always has the same id: the beginning of its hash, and where another
// fragment has that id, more of it.
func (s *Sandbox) makeLink(w http.ResponseWriter, r *http.Request) error {
	body, err := readBody(w, r)
	if err != nil {
		return err
	}
	fragment, err := fragmentOf(body)
	if err != nil {
		return err
	}
	name := linkName(fragment)
	for n := 12; n <= len(name); n += 8 {
		id := name[:n]
		if err := s.Links.Put(r.Context(), id, fragment); err != nil {
			return err
		}
		kept, err := s.Links.Get(r.Context(), id)
		if err != nil {
			return err
		}
		if kept == fragment {
			text, err := json.Marshal(map[string]string{"id": id, "path": "/s/" + id})
			if err != nil {
				return err
			}
			writeJSON(w, http.StatusCreated, text)
			return nil
		}
	}
	return errors.New("a link's whole hash is taken") // somebody has broken SHA-256
}

// linkName hashes what a link holds. Each part has its length before it: two
// different lists of parts are never the same bytes.
func linkName(parts ...string) string {
	h := sha256.New()
	for _, part := range append([]string{"mergebook link"}, parts...) {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write([]byte(part))
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// fragmentOf returns the one member of the body, which must be a link's fragment
// that the playground opens.
func fragmentOf(body []byte) (string, error) {
	doc, errs := jsonspan.Scan(body)
	if errs != nil {
		return "", badJSON(body, errs)
	}
	if len(doc.Members) != 1 || !doc.Members[0].NameIs(body, "fragment") || jsonspan.KindOf(body, doc.Members[0].Value) != jsonspan.String {
		return "", payloadError("Expected only a string", "fragment")
	}
	fragment := jsonspan.Unquote(doc.Members[0].Value.Of(body))
	if len(fragment) > MaxLink {
		return "", newFault(413, "request_entity_too_large", "The link is too long to be kept here. Send the long one.")
	}
	state, err := share.Decode(fragment)
	if err != nil {
		return "", payloadError(err.Error(), "fragment")
	}
	return share.Encode(state), nil // in its one form, without what was mended
}

// follow leads to the playground. A browser sends the fragment to nobody.
func (s *Sandbox) follow(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	if len(id) < 12 || len(id) > 43 {
		return errNoLink
	}
	fragment, err := s.Links.Get(r.Context(), id)
	if err != nil {
		return err
	}
	if fragment == "" {
		return errNoLink
	}
	h := w.Header()
	h.Set("Location", "/playground/#"+fragment)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Referrer-Policy", "no-referrer")
	w.WriteHeader(http.StatusFound)
	return nil
}
