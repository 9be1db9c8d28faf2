package yamlmap

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"mergebook/site/finding"
)

// A Kind is what a value is.
type Kind uint8

// The kinds of values. Null is also the value of a key with nothing behind it.
const (
	Null Kind = iota
	Scalar
	List
	Map
)

// String returns the kind as it reads in a sentence.
func (k Kind) String() string { return [...]string{"nothing", "a text", "a list", "a mapping"}[k] }

// An Entry is a key with its value, and where the key stands.
type Entry struct {
	Key          string
	Line, Column int
	Value        Value
}

// A Value is what stands behind a key or in a list.
type Value struct {
	Kind         Kind
	Line, Column int
	Text         string // of a Scalar: as it was meant, without quotes; numbers as written
	Bool         bool   // of a Scalar: whether it is the Boolean true
	List         []Value
	Map          []Entry
}

// A Source is the YAML part of a file.
type Source struct {
	File string // for findings
	Text []byte
	Line int // how many lines of the file stand before Text
}

// Parse reads the mapping. The entries are those that could be read; they are
// nil when there are syntax errors, or no text.
func Parse(src Source) (entries []Entry, findings []finding.Finding) {
	if entries, ok := plain(src); ok {
		return entries, nil
	}
	return parse(src)
}

// parse reads any YAML.
func parse(src Source) (entries []Entry, findings []finding.Finding) {
	r := &reader{src: src}
	defer func() {
		if p := recover(); p != nil { // the library is given text by anyone
			entries = nil
			findings = append(r.findings, r.at(1, 1, "this YAML cannot be read"))
		}
	}()
	file, err := parser.ParseBytes(src.Text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, append(findings, r.syntax(err))
	}
	for i, doc := range file.Docs {
		if i > 0 {
			pos := doc.GetToken().Position
			r.add(pos.Line, pos.Column, "a second YAML document: only one is read")
			break
		}
		if doc.Body != nil {
			v := r.value(doc.Body)
			if v.Kind != Map && v.Kind != Null {
				r.add(v.Line-r.src.Line, v.Column, "here must stand keys with values (key: value), not "+v.Kind.String())
			}
			entries = v.Map
		}
	}
	return entries, r.findings
}

// A reader turns the library's nodes into values.
type reader struct {
	src      Source
	findings []finding.Finding
}

func (r *reader) at(line, column int, message string) finding.Finding {
	return finding.Finding{File: r.src.File, Line: line + r.src.Line, Column: column, Rule: "yaml", Message: message}
}

func (r *reader) add(line, column int, message string) {
	r.findings = append(r.findings, r.at(line, column, message))
}

// syntax makes a finding of an error of the library.
func (r *reader) syntax(err error) finding.Finding {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil {
		return r.at(1, 1, "bad YAML: "+strings.SplitN(err.Error(), "\n", 2)[0])
	}
	pos := e.GetToken().Position
	f := r.at(pos.Line, pos.Column, "bad YAML: "+e.GetMessage())
	if strings.Contains(e.GetMessage(), "'\t'") || strings.Contains(e.GetMessage(), "'\\t'") {
		f.Message = "bad YAML: a tab stands here, and YAML is indented with spaces"
	}
	if strings.HasPrefix(e.GetMessage(), "mapping value") {
		f.Message += " (a text with a colon needs quotes)"
	}
	return f
}

func (r *reader) value(n ast.Node) Value {
	pos := start(n).Position
	v := Value{Line: pos.Line + r.src.Line, Column: pos.Column}
	switch n := n.(type) {
	case *ast.NullNode:
	case *ast.MappingNode:
		v.Kind = Map
		v.Map = r.entries(n.Values)
	case *ast.MappingValueNode:
		v.Kind = Map
		v.Map = r.entries([]*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		v.Kind = List
		for _, e := range n.Values {
			v.List = append(v.List, r.value(e))
		}
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode:
		r.add(pos.Line, pos.Column, "anchors, aliases and tags of YAML are not read here; write the value itself")
	case *ast.BoolNode:
		v.Kind, v.Text, v.Bool = Scalar, n.GetToken().Value, n.Value
	case *ast.LiteralNode:
		v.Kind, v.Text = Scalar, n.Value.Value
	case *ast.StringNode:
		v.Kind, v.Text = Scalar, n.Value
	case ast.ScalarNode:
		v.Kind, v.Text = Scalar, n.GetToken().Value
	default:
		r.add(pos.Line, pos.Column, fmt.Sprintf("this kind of YAML (%s) is not read here", n.Type()))
	}
	return v
}

func (r *reader) entries(values []*ast.MappingValueNode) []Entry {
	var out []Entry
	lines := map[string]int{}
	for _, m := range values {
		tok := start(m)
		if _, merge := m.Key.(*ast.MergeKeyNode); merge {
			r.add(tok.Position.Line, tok.Position.Column, "merge keys (<<) of YAML are not read here")
			continue
		}
		e := Entry{Key: tok.Value, Line: tok.Position.Line + r.src.Line, Column: tok.Position.Column, Value: r.value(m.Value)}
		if first, twice := lines[e.Key]; twice {
			r.add(tok.Position.Line, tok.Position.Column, fmt.Sprintf("the key %s stands twice; the first is in line %d", e.Key, first))
			continue
		}
		lines[e.Key] = e.Line
		out = append(out, e)
	}
	return out
}

// start returns the first token of a node: the library gives that of the
// colon for a mapping.
func start(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return start(n.Values[0])
		}
	case *ast.MappingValueNode:
		return start(n.Key)
	case *ast.MappingKeyNode:
		if n.Value != nil {
			return start(n.Value)
		}
	}
	return n.GetToken()
}
