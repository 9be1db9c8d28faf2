package snippet

import (
	"strings"
	"testing"

	"mergebook/wasm/har"
)

// filled writes a request with a reader's values in its slots, as a page does.
func filled(h *har.Request, l Language) (code string, slots map[Slot]int) {
	raw := map[Slot]string{Base: "http://tenant.eu.docs-1.io:8443/t/abc", Domain: "tenant.eu.docs-1.io:8443", Token: "ey.J-_~+/9==", User: "auth0|a b@c:d+e-f_g~h.i"}
	encoded := map[Slot]string{Domain: "tenant.eu.docs-1.io%3A8443", Token: "ey.J-_~%2B%2F9%3D%3D", User: "auth0%7Ca%20b%40c%3Ad%2Be-f_g~h.i"}
	slots = map[Slot]int{}
	for p := range FindSlots(Normalize(h)).Pieces(l) {
		switch {
		case p.Slot == NoSlot:
			code += p.Text
		case p.Encoded:
			code += encoded[p.Slot]
		default:
			code += raw[p.Slot]
		}
		if p.Slot != NoSlot {
			slots[p.Slot]++
		}
	}
	return code, slots
}

// TestSlots holds a filled snippet to what is written for the request with the
// same values, in every language.
func TestSlots(t *testing.T) {
	const (
		placeholders = `{"method":"PATCH","url":"https://HOST/api/v2/users/USER?audience=https://YOUR_DOMAIN/&t=YOUR_ACCESS_TOKEN","headers":[{"name":"Authorization","value":"Bearer TOKEN"},{"name":"X-Id","value":"'\"\\ YOUR_USER_ID"},{"name":"Content-Type","value":"application/json"}],"postData":{"text":"{\"user_id\": \"slot0x0x user_id\",\n \"a\": \"'` + "`" + `$\\\"\", \"b\": \"USER_ID at YOUR_DOMAIN\"}"}}`
		values       = `{"method":"PATCH","url":"http://tenant.eu.docs-1.io:8443/t/abc/api/v2/users/auth0%7Ca%20b%40c%3Ad%2Be-f_g~h.i?audience=https://tenant.eu.docs-1.io%3A8443/&t=ey.J-_~%2B%2F9%3D%3D","headers":[{"name":"Authorization","value":"Bearer ey.J-_~+/9=="},{"name":"X-Id","value":"'\"\\ auth0|a b@c:d+e-f_g~h.i"},{"name":"Content-Type","value":"application/json"}],"postData":{"text":"{\"user_id\": \"slot0x0x user_id\",\n \"a\": \"'` + "`" + `$\\\"\", \"b\": \"auth0|a b@c:d+e-f_g~h.i at tenant.eu.docs-1.io:8443\"}"}}`
	)
	want, errs := har.Parse([]byte(values))
	if errs != nil {
		t.Fatal(errs)
	}
	for _, written := range [][3]string{
		{"YOUR_DOMAIN", "USER_ID", "YOUR_ACCESS_TOKEN"},
		{"YOURACCOUNT.auth0.com", "user_id", "ABCD"},
		{"${account.namespace}", "{id}", "${token}"},
		{"fixture.example:80", ":id", "eyJ0.a-b_c~d+e/f=="},
		{"{host}", "auth0%7CUSER_ID", "{MGMT_API_ACCESS_TOKEN}"},
	} {
		h, errs := har.Parse([]byte(strings.NewReplacer("HOST", written[0], "USER?", written[1]+"?", "Bearer TOKEN", "Bearer "+written[2]).Replace(placeholders)))
		if errs != nil {
			t.Fatal(errs)
		}
		for _, l := range Languages() {
			code, slots := filled(h, l)
			if slots[Base] != 1 || slots[Domain] != 2 || slots[Token] != 2 || slots[User] != 3 {
				t.Errorf("%s of %q has the slots %v", l.ID, written, slots)
			}
			if w := l.Write(Normalize(want)).String(); code != w {
				t.Errorf("%s of %q, filled:\n%s\nwant\n%s", l.ID, written, code, w)
			}
		}
	}
}

// TestNoSlots holds that what is no placeholder is left as it is, and that a
// snippet that nobody fills is the snippet.
func TestNoSlots(t *testing.T) {
	for _, text := range []string{
		`{"method":"GET","url":"https://acme.auth0.com/api/v2/users/auth0%7C507f1f77"}`,
		`{"method":"GET","url":"https://notexample.com/users","headers":[{"name":"Authorization","value":"Basic YTpi"}]}`,
		`{"method":"POST","url":"https://api.io/users/1/user_id","postData":{"mimeType":"application/json","text":"{\"user_id\": \"MY_USER_IDS\", \"Your_Access_Token\": 1}"}}`,
		`{"method":"GET","url":"https://us:pa@api.io/?a=slot0x0x","headers":[{"name":"Authorization","value":"Bearer"}]}`,
	} {
		h, errs := har.Parse([]byte(text))
		if errs != nil {
			t.Fatal(errs)
		}
		for _, l := range Languages() {
			code, slots := filled(h, l)
			if len(slots) > 0 || code != l.Write(Normalize(h)).String() {
				t.Errorf("%s of %s has the slots %v:\n%s", l.ID, text, slots, code)
			}
		}
	}
}

// TestTextPieces marks what a reader can fill in as slot:<text>.
func TestTextPieces(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"YOUR_DOMAIN":                  "domain:<YOUR_DOMAIN>",
		"https://manage.YOUR_DOMAIN/x": "https://manage.domain:<YOUR_DOMAIN>/x",
		"orchard.example.com":          "domain:<orchard.example.com>",
		"see orchard.example.com":      "see orchard.example.com",
		"api.orchard.dev":              "api.orchard.dev",
		"test":                         "test",
		"<b>.example":                  "<b>.example",
		"YOUR_TENANT":                  "YOUR_TENANT",
		"{user_id}":                    "{user_id}",
		"auth0|USER_ID, ACCESS_TOKEN":  "auth0|user:<USER_ID>, token:<ACCESS_TOKEN>",
		"slot0x0x USER_ID":             "slot0x0x user:<USER_ID>",
	} {
		got := ""
		for _, p := range TextPieces(text) {
			if p.Slot != NoSlot {
				p.Text = string(p.Slot) + ":<" + p.Text + ">"
			}
			got += p.Text
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
