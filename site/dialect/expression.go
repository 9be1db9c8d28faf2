package dialect

import "strings"

// An expression comes to a value, given what names mean. It is not JavaScript,
// of which it can say only this: names with dots, texts in quotes, numbers,
// true, false, null, undefined, lists, objects, typeof, !, ==, !=, && and ||.
type expression func(lookup func(name string) value) value

// deepest is how deep expressions nest: no author comes near it, and a hostile
// text cannot exhaust the stack.
const deepest = 50

// longest is how long an expression is, in bytes, for the same reason.
const longest = 1 << 16

// An expressionParser reads expressions. A method that returns nil has met
// what it cannot read, at.
type expressionParser struct {
	s     string
	at    int
	depth int
}

// parseExpression reads all of s; nil where that is no expression.
func parseExpression(s string) expression {
	p := &expressionParser{s: s}
	if len(s) > longest {
		return nil
	}
	if e := p.either(); e != nil && p.end() {
		return e
	}
	return nil
}

func (p *expressionParser) space() {
	for p.at < len(p.s) && strings.IndexByte(" \t\r\n", p.s[p.at]) >= 0 {
		p.at++
	}
}

func (p *expressionParser) end() bool {
	p.space()
	return p.at == len(p.s)
}

// take takes the token if it is next.
func (p *expressionParser) take(token string) bool {
	p.space()
	if !strings.HasPrefix(p.s[p.at:], token) {
		return false
	}
	p.at += len(token)
	return true
}

func (p *expressionParser) either() expression {
	left := p.both()
	for left != nil && p.take("||") {
		a, b := left, p.both()
		if b == nil {
			return nil
		}
		left = func(lookup func(string) value) value {
			if v := a(lookup); v.truthy() {
				return v
			}
			return b(lookup)
		}
	}
	return left
}

func (p *expressionParser) both() expression {
	left := p.comparison()
	for left != nil && p.take("&&") {
		a, b := left, p.comparison()
		if b == nil {
			return nil
		}
		left = func(lookup func(string) value) value {
			if v := a(lookup); !v.truthy() {
				return v
			}
			return b(lookup)
		}
	}
	return left
}

func (p *expressionParser) comparison() expression {
	a := p.unary()
	if a == nil {
		return nil
	}
	for _, operator := range []string{"===", "!==", "==", "!="} {
		if !p.take(operator) {
			continue
		}
		b := p.unary()
		if b == nil {
			return nil
		}
		same := operator[0] == '='
		return func(lookup func(string) value) value { return flagOf(equal(a(lookup), b(lookup)) == same) }
	}
	return a
}

func (p *expressionParser) unary() expression {
	if p.depth++; p.depth > deepest {
		return nil
	}
	defer func() { p.depth-- }()
	if p.space(); !strings.HasPrefix(p.s[p.at:], "!=") && p.take("!") {
		e := p.unary()
		if e == nil {
			return nil
		}
		return func(lookup func(string) value) value { return flagOf(!e(lookup).truthy()) }
	}
	return p.primary()
}

func (p *expressionParser) primary() expression {
	p.space()
	if p.at == len(p.s) {
		return nil
	}
	switch c := p.s[p.at]; {
	case c == '(':
		p.at++
		e := p.either()
		if e == nil || !p.take(")") {
			return nil
		}
		return e
	case c == '\'' || c == '"' || c == '`':
		s, ok := p.quoted()
		if !ok {
			return nil
		}
		return constant(value{kind: textValue, text: s})
	case c == '[':
		p.at++
		return p.list()
	case c == '{':
		p.at++
		return p.object()
	case c >= '0' && c <= '9':
		start := p.at
		for p.at < len(p.s) && (p.s[p.at] >= '0' && p.s[p.at] <= '9' || p.s[p.at] == '.') {
			p.at++
		}
		return constant(value{kind: numValue, text: p.s[start:p.at]})
	}
	return p.name()
}

func constant(v value) expression { return func(func(string) value) value { return v } }

func (p *expressionParser) name() expression {
	name := p.word()
	switch name {
	case "":
		return nil
	case "true", "false":
		return constant(flagOf(name == "true"))
	case "null":
		return constant(value{kind: objValue, null: true})
	case "undefined":
		return constant(value{kind: noValue})
	case "typeof":
		e := p.unary()
		if e == nil {
			return nil
		}
		return func(lookup func(string) value) value { return value{kind: textValue, text: string(e(lookup).kind)} }
	}
	return func(lookup func(string) value) value { return lookup(name) }
}

// word takes letters, digits, _ and dots; "" where it is no name.
func (p *expressionParser) word() string {
	p.space()
	start := p.at
	for p.at < len(p.s) && isNameByte(p.s[p.at]) {
		p.at++
	}
	if start < p.at && p.s[start] >= '0' && p.s[start] <= '9' {
		return ""
	}
	return p.s[start:p.at]
}

func isNameByte(c byte) bool {
	return c == '.' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// quoted takes a text in quotes. In it, a backslash stands before what is
// meant as it is, or is \n or \t.
func (p *expressionParser) quoted() (string, bool) {
	quote := p.s[p.at]
	var b strings.Builder
	for i := p.at + 1; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case c == quote:
			p.at = i + 1
			return b.String(), true
		case c == '\\' && i+1 < len(p.s):
			i++
			switch p.s[i] {
			case 'n':
				b.WriteByte('\n')
			case 't':
				b.WriteByte('\t')
			default:
				b.WriteByte(p.s[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}

// list takes what is behind [. Lists can be given to an include; nothing that
// is read here looks into them.
func (p *expressionParser) list() expression {
	for !p.take("]") {
		if p.either() == nil || !p.take(",") && !p.peek(']') {
			return nil
		}
	}
	return constant(value{kind: objValue})
}

func (p *expressionParser) peek(c byte) bool {
	p.space()
	return p.at < len(p.s) && p.s[p.at] == c
}

// object takes what is behind {.
func (p *expressionParser) object() expression {
	fields := map[string]expression{}
	for !p.take("}") {
		key := ""
		if p.peek('"') || p.peek('\'') {
			key, _ = p.quoted()
		} else {
			key = p.word()
		}
		if key == "" || !p.take(":") {
			return nil
		}
		if fields[key] = p.either(); fields[key] == nil || !p.take(",") && !p.peek('}') {
			return nil
		}
	}
	return func(lookup func(string) value) value {
		v := value{kind: objValue, fields: map[string]value{}}
		for key, e := range fields {
			v.fields[key] = e(lookup)
		}
		return v
	}
}
