package sandbox

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

func (s *Sandbox) get(w http.ResponseWriter, r *http.Request, p *place) error {
	if err := p.access.may("read:users"); err != nil {
		return err
	}
	if !p.access.found {
		return errNoUser
	}
	return answer(w, http.StatusOK, p.access.profile, p.access.version)
}

func (s *Sandbox) list(w http.ResponseWriter, r *http.Request, p *place) error {
	if err := p.access.may("read:users"); err != nil {
		return err
	}
	profiles, err := s.store.all(r.Context(), p.tenant)
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusOK, []byte("["+strings.Join(profiles, ",")+"]"))
	return nil
}

// patch does all that concerns the database in one turn of the writer, where nobody
// else changes the user and no lock is to be taken. So the body is read before; what is
// wrong with it is said only to those who may change the user.
func (s *Sandbox) patch(w http.ResponseWriter, r *http.Request, p *place) error {
	body, bad := patchBody(w, r)
	ctx := r.Context()
	if bad != nil { // which ends the context where the body did not arrive; it is answered all the same
		ctx = context.WithoutCancel(ctx)
	}
	err := s.write(ctx, func(ctx context.Context, st store) error {
		if err := s.admit(ctx, st, p); err != nil {
			return err
		}
		if err := p.access.may("update:users", "update:users_app_metadata"); err != nil {
			return err
		}
		if !p.access.found {
			return errNoUser
		}
		if bad != nil {
			return bad
		}
		return st.merge(ctx, p, body, r.Header.Get("If-Match"))
	})
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, p.access.profile, p.access.version)
}

// patchBody reads the body of a PATCH and checks it.
func patchBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	text, err := readBody(w, r)
	if err != nil {
		return nil, err
	}
	body, errs := jsonspan.Scan(text)
	if errs != nil {
		return nil, badJSON(text, errs)
	}
	return text, checkBody(body)
}

// merge stores what a body makes of a user that was read.
func (s store) merge(ctx context.Context, p *place, body []byte, match string) error {
	now := &p.access
	result, err := applied(*now, body, match)
	if err != nil || bytes.Equal(result, now.profile) {
		return err
	}
	if len(result) > len(now.profile) {
		if err := s.fits(ctx, p.tenant, p.id, len(result)); err != nil {
			return err
		}
	}
	done, err := s.replace(ctx, p.tenant, p.id, result, now.version)
	if err == nil && !done {
		return errBusy
	}
	now.profile, now.version = result, now.version+1
	return err
}

// applied returns what a body makes of a user that was read.
func applied(now access, body []byte, match string) ([]byte, error) {
	if match != "" && !matches(match, now.version) {
		return nil, errChanged
	}
	result, err := merge.Apply(now.profile, body)
	if err != nil {
		var errs jsonspan.Errors
		if errors.As(err, &errs) && errs[0].Input == merge.InputBody {
			return nil, badJSON(body, errs)
		}
		return nil, err
	}
	if len(result.Bytes) > MaxBody {
		return nil, tooLarge("The profile would be")
	}
	return result.Bytes, nil
}

// post stores a profile as it is. Its user_id is the new user's id; without one the
// user gets one.
func (s *Sandbox) post(w http.ResponseWriter, r *http.Request, p *place) error {
	if err := p.access.may("create:users"); err != nil {
		return err
	}
	profile, err := readBody(w, r)
	if err != nil {
		return err
	}
	doc, errs := jsonspan.Scan(profile)
	if errs != nil {
		return badJSON(profile, errs)
	}
	for i := range doc.Members {
		if m := &doc.Members[i]; m.NameIs(profile, "user_id") {
			if jsonspan.KindOf(profile, m.Value) == jsonspan.String {
				p.id = jsonspan.Unquote(m.Value.Of(profile))
			}
			if !goodID(p.id) {
				return payloadError("Expected 1 to 255 bytes of text without control characters", "user_id")
			}
		}
	}
	if p.id == "" {
		p.id = "sandbox|" + newName()
		result, err := merge.Apply(profile, []byte(`{"user_id":"`+p.id+`"}`))
		if err != nil {
			return err
		}
		profile = result.Bytes
	}
	err = s.write(r.Context(), func(ctx context.Context, st store) error {
		if err := errors.Join(st.room(ctx, p.tenant), st.fits(ctx, p.tenant, p.id, len(profile))); err != nil {
			return err
		}
		done, err := st.create(ctx, p.tenant, p.id, profile)
		if err == nil && !done {
			return errUserExists
		}
		return err
	})
	if err != nil {
		return err
	}
	w.Header().Set("Location", p.path(r))
	return answer(w, http.StatusCreated, profile, 1)
}

// put stores a profile as it is under the id in the path.
func (s *Sandbox) put(w http.ResponseWriter, r *http.Request, p *place) error {
	if err := p.access.may("create:users"); err != nil {
		return err
	}
	if !goodID(p.id) {
		return errNoUser
	}
	profile, err := readBody(w, r)
	if err != nil {
		return err
	}
	if _, errs := jsonspan.Scan(profile); errs != nil {
		return badJSON(profile, errs)
	}
	var version int64
	err = s.write(r.Context(), func(ctx context.Context, st store) (err error) {
		if !p.access.found {
			if err := st.room(ctx, p.tenant); err != nil {
				return err
			}
		}
		if err := st.fits(ctx, p.tenant, p.id, len(profile)); err != nil {
			return err
		}
		version, err = st.put(ctx, p.tenant, p.id, profile)
		return err
	})
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, profile, version)
}

func (s *Sandbox) remove(w http.ResponseWriter, r *http.Request, p *place) error {
	if err := p.access.may("delete:users"); err != nil {
		return err
	}
	err := s.write(r.Context(), func(ctx context.Context, st store) error { return st.delete(ctx, p.tenant, p.id) })
	if err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent) // as the API does, found or not
	return nil
}

// answer answers with a profile. Its version is the ETag (RFC 9110, section 8.8.3).
func answer(w http.ResponseWriter, status int, profile []byte, version int64) error {
	w.Header().Set("ETag", etag(version))
	writeJSON(w, status, profile)
	return nil
}

func etag(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }

// matches reports whether If-Match names a version (RFC 9110, section 13.1.1).
func matches(match string, version int64) bool {
	for part := range strings.SplitSeq(match, ",") {
		if part = strings.TrimSpace(part); part == "*" || part == etag(version) {
			return true
		}
	}
	return false
}

// readBody reads a request's body, which must be JSON by its type and not too long.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	kind, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" || !strings.EqualFold(parameters["charset"], "utf-8") && parameters["charset"] != "" {
		return nil, errContentType
	}
	if e := r.Header.Get("Content-Encoding"); e != "" && !strings.EqualFold(e, "identity") {
		return nil, errEncoding
	}
	if r.Body == nil { // which the edge gives for no body
		return nil, nil
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxBody))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return nil, tooLarge("The body is")
	}
	if err != nil {
		return nil, newFault(400, "invalid_body", "The body did not arrive whole.")
	}
	return text, nil
}

func tooLarge(what string) error {
	return newFault(413, "request_entity_too_large", what+" longer than "+strconv.Itoa(MaxBody)+" bytes.")
}

// badJSON says what is wrong with a text, and where.
func badJSON(text []byte, errs jsonspan.Errors) error {
	e := errs[0]
	if e.Code == merge.CodeBadField {
		return payloadError(strings.TrimSuffix(e.Message, "."), strings.TrimPrefix(e.Pointer, "/"))
	}
	line, column := jsonspan.Line(text, e.Start)
	message := "Invalid request payload JSON format, line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": " + e.Message
	if e.Hint != "" {
		message += " " + e.Hint
	}
	return newFault(400, "invalid_body", message)
}
