package snippets

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"mergebook/wasm/har"
)

// A comparison collects differences.
type comparison []string

func (c *comparison) Errorf(format string, args ...any) {
	*c = append(*c, fmt.Sprintf(format, args...))
}

// compare returns how what arrived differs from the HAR itself, not from what
// Normalize made of it.
func compare(h *har.Request, got received) []string {
	t := &comparison{}
	if got.method != h.Method {
		t.Errorf("method %q, want %q", got.method, h.Method)
	}
	address, err := url.Parse(h.URL)
	if err != nil {
		t.Errorf("%v", err)
		return *t
	}
	// No path is the path / (RFC 9110, section 4.2.3).
	if g, w := canonical(got.path), canonical(cmp.Or(address.EscapedPath(), "/")); g != w {
		t.Errorf("path %q, want %q", g, w)
	}
	if got.asked != address.ForceQuery {
		t.Errorf("a lone ? %t, want %t", got.asked, address.ForceQuery)
	}
	// Here + and %20 are not the same, as they are below.
	if g, w := unescaped(got.rawQuery), unescaped(address.RawQuery); !strings.HasPrefix(g, w) {
		t.Errorf("query %q, want %q", g, w)
	}
	// A pair that stands in both places is one, but a pair that queryString has
	// twice is two.
	query, had := address.Query(), address.Query()
	for _, p := range h.QueryString {
		if i := slices.Index(had[p.Name], p.Value); i >= 0 {
			had[p.Name] = slices.Delete(had[p.Name], i, i+1)
		} else {
			query.Add(p.Name, p.Value)
		}
	}
	if !reflect.DeepEqual(got.query, query) {
		t.Errorf("query %q, want %q", got.query, query)
	}
	compareHeaders(t, h, address, got)
	compareBody(t, h, got)
	return *t
}

var (
	triplet = regexp.MustCompile("%[0-9a-fA-F]{2}")
	free    = strings.NewReplacer("%5B", "[", "%5D", "]", "%21", "!", "%27", "'", "%28", "(", "%29", ")", "%2A", "*")
)

// canonical returns a path without the differences that mean nothing: the case
// of its hexadecimal digits (RFC 3986, section 6.2.2.1), and the characters that
// net/url escapes or not by what else the path has. %2e stays what it is.
func canonical(path string) string {
	return free.Replace(triplet.ReplaceAllStringFunc(path, strings.ToUpper))
}

// unescaped undoes percent-encoding, and leaves + alone.
func unescaped(query string) string {
	s, err := url.PathUnescape(query)
	if err != nil {
		return query
	}
	return s
}

func compareHeaders(t *comparison, h *har.Request, address *url.URL, arrived received) {
	got := arrived.header
	want := http.Header{}
	host := address.Host
	for _, p := range h.Headers {
		switch strings.ToLower(p.Name) {
		case "cookie", "content-length", "connection", ":authority":
		case "host":
			host = p.Value
		default:
			want.Add(p.Name, strings.Trim(p.Value, " \t")) // RFC 9110, section 5.5: no other blanks
		}
	}
	if arrived.host != host {
		t.Errorf("host %q, want %q", arrived.host, host)
	}
	if u := address.User; u != nil && want.Get("Authorization") == "" {
		password, _ := u.Password()
		want.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(u.Username()+":"+password)))
	}
	for name, values := range want {
		if name == "Content-Type" && strings.HasPrefix(values[0], "multipart/") {
			continue // with a boundary: compareBody needs it
		}
		// A client may send one line where the HAR has two (RFC 9110, section 5.3).
		if g, w := strings.Join(got[name], ", "), strings.Join(values, ", "); g != w {
			t.Errorf("header %s: %q, want %q", name, g, w)
		}
	}
	if d := h.PostData; want.Get("Content-Type") == "" {
		mimeType := ""
		if d != nil && (d.Text != "" || d.Params != nil) {
			mimeType = d.MimeType
		}
		if g := got.Get("Content-Type"); g != mimeType && !strings.HasPrefix(g, mimeType+"; boundary=") {
			t.Errorf("Content-Type %q, want %q", g, mimeType)
		}
	}
	cookies := http.Request{Header: got}
	for _, c := range h.Cookies {
		n := 0
		for part := range strings.SplitSeq(cookies.Header.Get("Cookie"), "; ") {
			if part == c.Name+"="+c.Value {
				n++
			}
		}
		if n != 1 {
			t.Errorf("cookie %s=%s stands %d times in %q", c.Name, c.Value, n, got.Get("Cookie"))
		}
	}
}

func compareBody(t *comparison, h *har.Request, got received) {
	if h.PostData == nil || h.PostData.Params == nil {
		want := ""
		if h.PostData != nil {
			want = h.PostData.Text
		}
		if string(got.body) != want {
			t.Errorf("body %.300q, want %.300q", got.body, want)
		}
		return
	}
	media, params, err := mime.ParseMediaType(got.header.Get("Content-Type"))
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	if media == "application/x-www-form-urlencoded" {
		values, err := url.ParseQuery(string(got.body))
		want := url.Values{}
		for _, p := range h.PostData.Params {
			want.Add(p.Name, p.Value)
		}
		if err != nil || !reflect.DeepEqual(values, want) {
			t.Errorf("form %q (%v), want %q", values, err, want)
		}
		return
	}
	parts := multipart.NewReader(bytes.NewReader(got.body), params["boundary"])
	escape := strings.NewReplacer(`"`, "%22", "\r", "%0D", "\n", "%0A")
	for _, p := range h.PostData.Params {
		part, err := parts.NextPart()
		if err != nil {
			t.Errorf("%v in %.300q", err, got.body)
			return
		}
		disposition := `form-data; name="` + escape.Replace(p.Name) + `"`
		if p.FileName != "" { // Part.FileName would cut it at its separators
			disposition += `; filename="` + escape.Replace(p.FileName) + `"`
		}
		if g := part.Header.Get("Content-Disposition"); g != disposition {
			t.Errorf("part %q, want %q", g, disposition)
		}
		if g := part.Header.Get("Content-Type"); g != p.ContentType {
			t.Errorf("part of type %q, want %q", g, p.ContentType)
		}
		if value, err := io.ReadAll(part); err != nil || string(value) != p.Value {
			t.Errorf("part %s is %.300q (%v), want %.300q", p.Name, value, err, p.Value)
		}
	}
	if _, err := parts.NextPart(); err != io.EOF {
		t.Errorf("more parts, or no end: %v", err)
	}
}
