package snippet

import (
	"slices"
	"strconv"
	"strings"

	"mergebook/wasm/har"
)

// encodeForm returns the bytes of a form and the media type to send with them.
func encodeForm(params []har.Param, mime string) (body, mimeType string) {
	essence, _, _ := strings.Cut(mime, ";")
	if strings.EqualFold(strings.TrimSpace(essence), "multipart/form-data") {
		return encodeMultipart(params, mime)
	}
	if mime == "" {
		mime = "application/x-www-form-urlencoded"
	}
	for i, p := range params {
		if i > 0 {
			body += "&"
		}
		body += escape(p.Name, inForm) + "=" + escape(p.Value, inForm)
	}
	return body, mime
}

// encodeMultipart writes the form as RFC 7578 has it, with the boundary that
// the media type names. Where there is none, or it begins a line of a value and
// so would end that too early, it becomes one that does not.
func encodeMultipart(params []har.Param, mime string) (body, mimeType string) {
	boundary, others := cutBoundary(mime)
	if boundary == "" || !isFree(boundary, params) {
		boundary = freeBoundary(params)
		mime = others + "; boundary=" + boundary
	}
	var b strings.Builder
	for _, p := range params {
		b.WriteString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + partName(p.Name) + `"`)
		if p.FileName != "" {
			b.WriteString(`; filename="` + partName(p.FileName) + `"`)
		}
		b.WriteString("\r\n")
		if p.ContentType != "" {
			b.WriteString("Content-Type: " + p.ContentType + "\r\n")
		}
		b.WriteString("\r\n" + p.Value + "\r\n")
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.String(), mime
}

// cutBoundary takes the parameter boundary out of a media type. Its name is
// the same in any case (RFC 9110, section 5.6.6).
func cutBoundary(mime string) (boundary, others string) {
	for i, part := range strings.Split(mime, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch {
		case i == 0:
			others = strings.TrimSpace(part)
		case strings.EqualFold(name, "boundary"):
			boundary = strings.Trim(value, `" `)
		default:
			others += ";" + part
		}
	}
	return boundary, others
}

// isFree reports whether no value has the boundary where a reader would take
// it for one: at the beginning of a line (RFC 2046, section 5.1.1).
func isFree(boundary string, params []har.Param) bool {
	return !slices.ContainsFunc(params, func(p har.Param) bool {
		return strings.Contains("\n"+p.Value, "\n--"+boundary)
	})
}

// freeBoundary is the same for the same form, so that pages do not change from
// one build to the next.
func freeBoundary(params []har.Param) string {
	for n := 0; ; n++ {
		if boundary := "boundary" + strconv.Itoa(n); isFree(boundary, params) {
			return boundary
		}
	}
}

var partEscaper = strings.NewReplacer("\r", "%0D", "\n", "%0A", `"`, "%22")

// partName escapes what would end a quoted name, as browsers do.
func partName(s string) string { return partEscaper.Replace(s) }
