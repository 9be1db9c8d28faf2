package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"mergebook/site/book"
)

// offline writes the service worker (site/assets/js/offline.js). It lies at the
// root of the site, for it serves what is below it. Its version is that of the
// files that it keeps, so a browser takes the new worker when one of them is
// another.
func (s *Site) offline(b *bytes.Buffer) error {
	files := []string{strings.TrimPrefix(book.Playground, "/")}
	for _, logical := range s.assets.Logical() {
		if !slices.Contains([]string{"live.js", "offline.js"}, logical) {
			files = append(files, assetsFolder+s.assets.Name(logical))
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(files, " ")))
	kept, err := json.Marshal(map[string]any{"version": hex.EncodeToString(sum[:6]), "files": files})
	if err != nil {
		return err
	}
	b.WriteString("self.mergebook = ")
	b.Write(kept)
	b.WriteString(";\n")
	b.Write(s.assets.File(s.assets.Name("offline.js")))
	return nil
}
