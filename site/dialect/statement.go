package dialect

import (
	"strconv"
	"strings"
)

// An openBlock is an if, or anything else with a body, that is not closed yet.
type openBlock struct {
	node   node
	outer  []node // the nodes before it
	ignore bool   // its body is left out: a loop, or a function
}

// statement reads what stands in <% … %>.
func (p *scriptParser) statement(at, end int, inner string) {
	n := node{kind: gapNode, start: at, end: end}
	if strings.HasPrefix(inner, "#") || strings.HasPrefix(inner, "//") {
		return // a comment
	}
	words := strings.Join(strings.Fields(strings.TrimRight(inner, "; ")), "")
	condition, isIf := cutIf(inner)
	ends := strings.HasPrefix(words, "}")
	switch {
	case isIf && len(p.blocks) >= deepestIf:
		n.message = quoteDirective(p.src[at:end]) + ": this is left out with all that belongs to it: ifs are nested more than " + strconv.Itoa(deepestIf) + " deep"
		p.open(n, true)
	case isIf:
		n.kind = ifNode
		p.open(n, false)
		p.branch(at, end, condition)
	case words == "}else{" && len(p.blocks) > 0:
		p.branch(at, end, "true")
	case strings.HasPrefix(words, "}else") && len(p.blocks) > 0:
		_, rest, _ := strings.Cut(inner, "else")
		condition, _ := cutIf(rest)
		p.branch(at, end, condition)
	case !ends && depthOf(inner) > 0:
		n.message = quoteDirective(p.src[at:end]) + ": this is left out with all that belongs to it; only if and else are read here, and no JavaScript is run"
		p.open(n, true)
	case ends && len(p.blocks) > 0:
		p.close()
	case ends:
		n.message = quoteDirective(p.src[at:end]) + ": no if is open here"
		p.add(n)
	default:
		n.message = quoteDirective(p.src[at:end]) + ": this is left out; only if and else are read here, and no JavaScript is run"
		p.add(n)
	}
}

// deepestIf is how deep ifs nest: each level takes some of the stack.
const deepestIf = 100

// cutIf returns the condition of "if (condition) {".
func cutIf(s string) (condition string, found bool) {
	s, found = strings.CutPrefix(strings.TrimSpace(s), "if")
	s = strings.TrimSpace(s)
	if !found || !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, "{") {
		return "", false
	}
	return strings.TrimSuffix(s, "{"), true
}

// depthOf counts the braces that a statement leaves open.
func depthOf(s string) int { return strings.Count(s, "{") - strings.Count(s, "}") }

// innermost returns the open if that an else belongs to.
func (p *scriptParser) innermost() *openBlock {
	if len(p.blocks) == 0 {
		return nil
	}
	return &p.blocks[len(p.blocks)-1]
}

func (p *scriptParser) open(n node, ignore bool) {
	p.blocks = append(p.blocks, openBlock{node: n, outer: p.nodes, ignore: ignore})
	p.nodes = nil
}

// branch begins the next branch of the innermost if.
func (p *scriptParser) branch(at, end int, condition string) {
	b := p.innermost()
	p.endBranch(b)
	e := parseExpression(condition)
	if e == nil {
		b.outer = append(b.outer, node{kind: gapNode, start: at, end: end, message: quoteDirective(p.src[at:end]) + ": this condition counts as false; what is read here is names, texts, !, ==, !=, &&, || and typeof, and no JavaScript is run"})
		e = constant(falseValue)
	}
	b.node.branches = append(b.node.branches, branch{condition: e})
}

// endBranch puts the nodes since the last branch began into it.
func (p *scriptParser) endBranch(b *openBlock) {
	if n := len(b.node.branches); n > 0 {
		b.node.branches[n-1].body = p.nodes
	}
	p.nodes = nil
}

// close ends the innermost block.
func (p *scriptParser) close() {
	b := p.innermost()
	p.endBranch(b)
	p.blocks = p.blocks[:len(p.blocks)-1]
	p.nodes = append(b.outer, b.node)
	if b.ignore {
		p.nodes[len(p.nodes)-1].kind = gapNode
	}
}
