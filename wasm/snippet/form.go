package snippet

import (
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
// the media type names, or one that is in no value.
func encodeMultipart(params []har.Param, mime string) (body, mimeType string) {
	_, boundary, given := strings.Cut(mime, "boundary=")
	if given {
		boundary, _, _ = strings.Cut(boundary, ";")
		boundary = strings.Trim(boundary, `" `)
	} else {
		boundary = freeBoundary(params)
		mime += "; boundary=" + boundary
	}
	var b strings.Builder
	for _, p := range params {
		b.WriteString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + partName(p.Name) + `"`)
		if p.FileName != "" {
			b.WriteString(`; filename="` + partName(p.FileName) + `"`)
		}
		b.WriteString("\r\n")
		if p.ContentType != "" {
			b.WriteString("Content-Type: " + partName(p.ContentType) + "\r\n")
		}
		b.WriteString("\r\n" + p.Value + "\r\n")
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.String(), mime
}

// freeBoundary is the same for the same form, so that pages do not change from
// one build to the next.
func freeBoundary(params []har.Param) string {
	for n := 0; ; n++ {
		boundary := "boundary" + strconv.Itoa(n)
		free := true
		for _, p := range params {
			free = free && !strings.Contains(p.Value, boundary)
		}
		if free {
			return boundary
		}
	}
}

var partEscaper = strings.NewReplacer("\r", "%0D", "\n", "%0A", `"`, "%22")

// partName escapes what would end a quoted name, as browsers do.
func partName(s string) string { return partEscaper.Replace(s) }
