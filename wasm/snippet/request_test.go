package snippet

import (
	"slices"
	"strings"
	"testing"

	"mergebook/wasm/har"
)

// TestURL holds what Normalize makes of URLs and queries.
func TestURL(t *testing.T) {
	for _, c := range []struct {
		url   string
		query []har.Pair
		want  string
	}{
		{"http://[::1]:8080/a[0]?b[]=1", nil, "http://[::1]:8080/a[0]?b[]=1"},
		{"[::1]:8080/x", nil, "http://[::1]:8080/x"},
		{"[2001:db8::1]/x", nil, "https://[2001:db8::1]/x"},
		{"http://u:@[::1]:8080", []har.Pair{{Name: "a", Value: "b"}}, "http://[::1]:8080?a=b"},
		{"http://h:8080", nil, "http://h:8080"},
		{"http://h:8080?x", []har.Pair{{Name: "y"}}, "http://h:8080?x&y="},
		{"http://h/a%0Ab?c=%0d%0a", []har.Pair{{Name: "d", Value: "\r\n"}}, "http://h/a%0Ab?c=%0d%0a&d=%0D%0A"},
		{"http://h/?a=1&b=2", []har.Pair{{Name: "a", Value: "1"}, {Name: "b", Value: "3"}}, "http://h/?a=1&b=2&b=3"},
		{"http://h/", []har.Pair{{Value: "x"}}, "http://h/?=x"},
		{"h/r?to=https://a:b@c/", nil, "https://h/r?to=https://a:b@c/"},
		{"localhost:3000/https://x", nil, "http://localhost:3000/https://x"},
		{"${base}/r?to=https://a:b@c/", nil, "${base}/r?to=https://a:b@c/"},
		{"//h/x", nil, "https://h/x"},
	} {
		r := Normalize(&har.Request{Method: "GET", URL: c.url, QueryString: c.query})
		if r.URL != c.want {
			t.Errorf("%s with %q became %s, want %s", c.url, c.query, r.URL, c.want)
		}
	}
}

// TestCredentials holds that who is in the URL is in a header, also without a
// password, and that a query has no user.
func TestCredentials(t *testing.T) {
	for url, want := range map[string]string{
		"http://user:@h/":             "Basic dXNlcjo=",
		"http://user@h/":              "Basic dXNlcjo=",
		"http://:pass@[::1]/":         "Basic OnBhc3M=",
		"http://@h/":                  "",
		"http://h/?to=a:b@c":          "",
		"${base}/r?to=https://a:b@c/": "",
	} {
		if got, _ := Normalize(&har.Request{Method: "GET", URL: url}).Header("Authorization"); got != want {
			t.Errorf("%s gives %q, want %q", url, got, want)
		}
	}
}

// TestMultipart holds the bytes of forms. File names keep their separators, and
// what would end them is escaped as browsers do (HTML standard, section
// 4.10.21.8).
func TestMultipart(t *testing.T) {
	for _, c := range []struct {
		mime   string
		params []har.Param
		want   string // lines end with CRLF
		header string
	}{
		{"multipart/form-data", []har.Param{
			{Name: "f", FileName: "C:\\a/\"b\"\r\nü.txt", ContentType: `text/plain; charset="utf-8"`, Value: "1\n2\r\n"},
			{Name: "f", FileName: "empty"},
			{Name: "f", Value: ""},
			{Name: "\"\nö"},
		}, `--boundary0
Content-Disposition: form-data; name="f"; filename="C:\a/%22b%22%0D%0Aü.txt"
Content-Type: text/plain; charset="utf-8"

1<LF>2

--boundary0
Content-Disposition: form-data; name="f"; filename="empty"


--boundary0
Content-Disposition: form-data; name="f"


--boundary0
Content-Disposition: form-data; name="%22%0Aö"


--boundary0--
`, "multipart/form-data; boundary=boundary0"},
		{"multipart/form-data; charset=utf-8; Boundary=\"a b\"", []har.Param{{Name: "n", Value: "x--a b"}}, `--a b
Content-Disposition: form-data; name="n"

x--a b
--a b--
`, "multipart/form-data; charset=utf-8; Boundary=\"a b\""},
		{"multipart/form-data; boundary=b; charset=utf-8", []har.Param{{Name: "n", Value: "x\r\n--boundary0\n--b"}}, `--boundary1
Content-Disposition: form-data; name="n"

x
--boundary0<LF>--b
--boundary1--
`, "multipart/form-data; charset=utf-8; boundary=boundary1"},
		{"multipart/form-data; boundary=b", []har.Param{{Name: "n", Value: "--b--"}}, `--boundary0
Content-Disposition: form-data; name="n"

--b--
--boundary0--
`, "multipart/form-data; boundary=boundary0"},
		{"multipart/form-data ;boundary=", []har.Param{{Name: "n", Value: "boundary"}}, `--boundary0
Content-Disposition: form-data; name="n"

boundary
--boundary0--
`, "multipart/form-data; boundary=boundary0"},
	} {
		want := strings.NewReplacer("\n", "\r\n", "<LF>", "\n").Replace(c.want)
		for _, headers := range [][]har.Pair{nil, {{Name: "content-type", Value: c.mime}}} {
			r := Normalize(&har.Request{Method: "POST", URL: "http://h/", Headers: headers, PostData: &har.PostData{MimeType: c.mime, Params: c.params}})
			if header, _ := r.Header("Content-Type"); r.Body != want || header != c.header {
				t.Errorf("%s: got %q and\n%q, want %q and\n%q", c.mime, header, r.Body, c.header, want)
			}
		}
	}
}

// TestContentType holds that the blanks of a media type are not sent.
func TestContentType(t *testing.T) {
	r := Normalize(&har.Request{Method: "POST", URL: "http://h/", PostData: &har.PostData{MimeType: " text/plain\t", Text: "x"}})
	if want := []har.Pair{{Name: "Content-Type", Value: "text/plain"}}; !slices.Equal(r.Headers, want) {
		t.Errorf("%q", r.Headers)
	}
}

// TestIPv6 holds that each language writes the address as it is, for the
// server that the other requests are sent to has none.
func TestIPv6(t *testing.T) {
	r := Normalize(&har.Request{Method: "GET", URL: "http://[::1]:8080/a/[b]"})
	for _, l := range Languages() {
		if code := l.Write(r).String(); !strings.Contains(code, "http://[::1]:8080") {
			t.Errorf("%s has no [::1]:8080:\n%s", l.ID, code)
		}
	}
}
