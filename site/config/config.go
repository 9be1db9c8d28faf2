package config

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mergebook/site/finding"
	"mergebook/site/nearest"
	"mergebook/site/yamlmap"
)

// File is the name of the file, below the content folder.
const File = "site.yaml"

// A Config is what site.yaml says, with defaults for what it does not.
type Config struct {
	Title       string
	URL         string                   // where the site will be, with a slash at the end; "" if site.yaml does not say
	Edit        string                   // where a page's file can be edited: the address to put its path behind; or ""
	Variables   map[string]string        // by dotted name, the defaults included
	External    []string                 // link roots, each with a leading slash and no trailing one
	HasExternal bool                     // whether site.yaml has the key at all
	Nav         []string                 // paths without leading or trailing slash and without .md
	Containers  map[string]string        // further containers, with their titles
	Anchors     string                   // "hyphens", "github" or ""
	Elements    []string                 // further HTML elements
	FrontMatter map[string]yamlmap.Shape // further keys
	Strict      bool                     // whether site.yaml has the key front-matter at all
	Redirects   []Redirect               // of redirects.yaml, as written
}

// Defaults returns the variables that are there without any site.yaml.
func Defaults() map[string]string {
	return map[string]string{
		"account.namespace":    "YOUR_DOMAIN",
		"account.tenant":       "YOUR_TENANT",
		"account.appName":      "YOUR_APP_NAME",
		"account.callback":     "https://YOUR_APP/callback",
		"account.clientId":     "YOUR_CLIENT_ID",
		"account.clientSecret": "YOUR_CLIENT_SECRET",
		"manage_url":           "https://manage.YOUR_DOMAIN",
	}
}

// Load reads site.yaml and redirects.yaml of the content folder. A folder
// without them has the defaults. The error is of the file system; what is wrong with the text comes
// as findings, and the rest of it counts.
func Load(dir string) (*Config, []finding.Finding, error) {
	c := &Config{Title: "Documentation", Variables: Defaults()}
	r := &reader{config: c}
	for _, file := range []struct {
		name string
		read func(yamlmap.Entry)
	}{{File, r.entry}, {RedirectsFile, r.redirect}} {
		text, err := os.ReadFile(filepath.Join(dir, file.name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		entries, findings := yamlmap.Parse(yamlmap.Source{File: file.name, Text: text})
		r.findings = append(r.findings, findings...)
		r.file = file.name
		for _, e := range entries {
			file.read(e)
		}
	}
	return c, r.findings, nil
}

type reader struct {
	config   *Config
	file     string
	findings []finding.Finding
}

// add makes a finding of the file that is being read.
func (r *reader) add(line, column int, message, suggestion string) {
	r.findings = append(r.findings, finding.Finding{File: r.file, Line: line, Column: column, Rule: "site", Message: message, Suggestion: suggestion})
}

func (r *reader) entry(e yamlmap.Entry) {
	c := r.config
	switch e.Key {
	case "title":
		if text, ok := r.text(e.Key, e.Value); ok {
			c.Title = text
		}
	case "url":
		c.URL = r.address(e)
		if c.URL != "" && !strings.HasSuffix(c.URL, "/") {
			c.URL += "/"
		}
	case "edit":
		c.Edit = r.address(e)
	case "variables":
		if e.Value.Kind == yamlmap.Map {
			r.variables("", e.Value.Map)
		} else if e.Value.Kind != yamlmap.Null {
			r.wrong(e.Key, e.Value, "names with their texts")
		}
	case "external":
		c.HasExternal = true
		for _, v := range r.list(e.Key, e.Value) {
			if !strings.HasPrefix(v.Text, "/") {
				r.add(v.Line, v.Column, "external: a link root begins with a slash, "+v.Text+" does not", "/"+v.Text)
			}
			c.External = append(c.External, "/"+strings.Trim(v.Text, "/"))
		}
	case "nav":
		for _, v := range r.list(e.Key, e.Value) {
			c.Nav = append(c.Nav, strings.TrimSuffix(strings.Trim(v.Text, "/"), ".md"))
		}
	case "containers":
		c.Containers = r.texts(e.Key, e.Value)
	case "anchors":
		if text, ok := r.text(e.Key, e.Value); ok {
			c.Anchors = text
			if rules := []string{"hyphens", "github"}; !slices.Contains(rules, text) {
				r.add(e.Value.Line, e.Value.Column, "anchors: "+text+": the rule of ids is hyphens or github", nearest.Of(text, rules))
			}
		}
	case "html":
		for _, v := range r.list(e.Key, e.Value) {
			c.Elements = append(c.Elements, strings.ToLower(v.Text))
		}
	case "front-matter":
		c.Strict = true
		c.FrontMatter = r.shapes(e.Key, e.Value)
	default:
		r.add(e.Line, e.Column, e.Key+": no such key in site.yaml", nearest.Of(e.Key, []string{"title", "url", "edit", "variables", "external", "nav", "containers", "anchors", "html", "front-matter"}))
	}
}

// address returns an address of the web.
func (r *reader) address(e yamlmap.Entry) string {
	text, ok := r.text(e.Key, e.Value)
	if !ok {
		return ""
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		r.add(e.Value.Line, e.Value.Column, e.Key+": "+text+" is no address such as https://docs.example.com/", "")
		return ""
	}
	return text
}

// variables flattens nested names: account: {namespace: x} and
// account.namespace: x say the same.
func (r *reader) variables(prefix string, entries []yamlmap.Entry) {
	for _, e := range entries {
		name := prefix + e.Key
		if !isName(name) {
			r.add(e.Line, e.Column, "variables: "+name+" cannot be a name; it may hold letters, digits, _ and dots", "")
			continue
		}
		if e.Value.Kind == yamlmap.Map {
			r.variables(name+".", e.Value.Map)
		} else if text, ok := r.text(name, e.Value); ok {
			r.config.Variables[name] = text
		}
	}
}

func (r *reader) text(key string, v yamlmap.Value) (string, bool) {
	if v.Kind != yamlmap.Scalar {
		r.wrong(key, v, "a text")
		return "", false
	}
	return v.Text, true
}

// texts returns a mapping of names to texts.
func (r *reader) texts(key string, v yamlmap.Value) map[string]string {
	if v.Kind != yamlmap.Map && v.Kind != yamlmap.Null {
		r.wrong(key, v, "names with their texts")
	}
	out := map[string]string{}
	for _, e := range v.Map {
		out[e.Key] = ""
		if e.Value.Kind == yamlmap.Null {
			continue
		}
		if text, ok := r.text(key+": "+e.Key, e.Value); ok {
			out[e.Key] = text
		}
	}
	return out
}

// shapes returns a mapping of names to shapes.
func (r *reader) shapes(key string, v yamlmap.Value) map[string]yamlmap.Shape {
	out := map[string]yamlmap.Shape{}
	for name, text := range r.texts(key, v) {
		out[name] = yamlmap.Shape(text)
	}
	for _, e := range v.Map {
		var words []string
		for _, s := range yamlmap.Shapes() {
			words = append(words, string(s))
		}
		if e.Value.Kind == yamlmap.Scalar && !slices.Contains(words, e.Value.Text) {
			r.add(e.Value.Line, e.Value.Column, key+": "+e.Key+": the value of a key is one of "+strings.Join(words, ", ")+", not "+e.Value.Text, nearest.Of(e.Value.Text, words))
			out[e.Key] = yamlmap.Any
		}
	}
	return out
}

// list returns the texts of a list; a single text counts as a list of one.
func (r *reader) list(key string, v yamlmap.Value) []yamlmap.Value {
	switch v.Kind {
	case yamlmap.Null:
		return nil
	case yamlmap.Scalar:
		return []yamlmap.Value{v}
	case yamlmap.Map:
		r.wrong(key, v, "a list")
		return nil
	}
	var out []yamlmap.Value
	for _, e := range v.List {
		if _, ok := r.text(key, e); ok {
			out = append(out, e)
		}
	}
	return out
}

func (r *reader) wrong(key string, v yamlmap.Value, want string) {
	r.add(v.Line, v.Column, key+": here must stand "+want+", not "+v.Kind.String(), "")
}

// isName reports whether s is words of letters, digits and _ joined by dots.
func isName(s string) bool {
	for word := range strings.SplitSeq(s, ".") {
		if word == "" || strings.ContainsFunc(word, func(r rune) bool {
			return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
		}) {
			return false
		}
	}
	return true
}
