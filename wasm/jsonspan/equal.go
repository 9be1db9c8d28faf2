package jsonspan

import (
	"bytes"
	"strconv"
)

// Equal reports whether two texts, each one checked value, are equal as JSON:
// members compared without order, strings by code points, numbers by exact
// value (1.0 equals 1; -0 equals 0; 1e400 equals 10e399).
func Equal(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	return equalTrees(NewTree(a, Span{0, uint32(len(a))}), NewTree(b, Span{0, uint32(len(b))}))
}

func equalTrees(a, b *Tree) bool {
	if len(a.Nodes) != len(b.Nodes) {
		return false
	}
	if len(a.Nodes) == 0 {
		return true
	}
	pairs := [][2]uint32{{0, 0}}
	var members []Member
	var at []uint32
	for len(pairs) > 0 {
		i, j := pairs[len(pairs)-1][0], pairs[len(pairs)-1][1]
		pairs = pairs[:len(pairs)-1]
		x, y := &a.Nodes[i], &b.Nodes[j]
		if x.Kind != y.Kind || x.Next-i != y.Next-j {
			return false
		}
		switch x.Kind {
		case Number:
			if !SameNumber(a.Text(i), b.Text(j)) {
				return false
			}
		case String:
			if Unquote(a.Text(i)) != Unquote(b.Text(j)) {
				return false
			}
		case Array:
			k := j + 1
			for c := range a.Children(i) {
				if k >= y.Next {
					return false
				}
				pairs = append(pairs, [2]uint32{c, k})
				k = b.Nodes[k].Next
			}
			if k != y.Next {
				return false
			}
		case Object:
			members, at = members[:0], at[:0]
			for c := range b.Children(j) {
				members = append(members, b.Nodes[c].Member)
				at = append(at, c)
			}
			names := IndexNames(b.Src, members)
			n := 0
			for c := range a.Children(i) {
				k := names.Find(a.Src, &a.Nodes[c].Member)
				if k < 0 {
					return false
				}
				pairs = append(pairs, [2]uint32{c, at[k]})
				n++
			}
			if n != len(members) {
				return false
			}
		}
	}
	return true
}

// SameNumber reports whether two number literals have exactly the same value.
func SameNumber(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, y := parseDecimal(a), parseDecimal(b)
	if len(x.digits) == 0 && len(y.digits) == 0 {
		return true // zero, whatever its sign and exponent
	}
	return x.exact && y.exact && x.negative == y.negative && x.exponent == y.exponent && bytes.Equal(x.digits, y.digits)
}

// A decimal is the number 0.digits × 10^exponent, with no zero at either end
// of digits. It is not exact when the exponent is beyond all use (18 digits).
type decimal struct {
	negative, exact bool
	digits          []byte
	exponent        int64
}

// AppendNumber appends a form of a number literal that all with the same value
// have.
func AppendNumber(dst, literal []byte) []byte {
	d := parseDecimal(literal)
	if len(d.digits) == 0 {
		return append(dst, '0')
	}
	if !d.exact {
		return append(dst, literal...)
	}
	if d.negative {
		dst = append(dst, '-')
	}
	return strconv.AppendInt(append(append(dst, d.digits...), 'e'), d.exponent, 10)
}

func parseDecimal(literal []byte) decimal {
	d := decimal{exact: true}
	i := 0
	if literal[0] == '-' {
		d.negative = true
		i++
	}
	whole := skipDigits(literal, i)
	d.exponent = int64(whole - i)
	d.digits = literal[i:whole]
	if whole < len(literal) && literal[whole] == '.' {
		end := skipDigits(literal, whole+1)
		d.digits = append(bytes.Clone(d.digits), literal[whole+1:end]...)
		whole = end
	}
	if whole < len(literal) {
		e := literal[whole+1:]
		negative := e[0] == '-'
		if negative || e[0] == '+' {
			e = e[1:]
		}
		e = bytes.TrimLeft(e, "0")
		if len(e) > 17 {
			d.exact = false
		} else {
			var n int64
			for _, c := range e {
				n = n*10 + int64(c-'0')
			}
			if negative {
				n = -n
			}
			d.exponent += n
		}
	}
	trimmed := bytes.TrimLeft(d.digits, "0")
	d.exponent -= int64(len(d.digits) - len(trimmed))
	d.digits = bytes.TrimRight(trimmed, "0")
	return d
}
