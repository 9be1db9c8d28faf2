package merge

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"mergebook/wasm/jsonspan"
)

// A maker writes texts by chance, out of few names and values, so that two of
// them have much in common.
type maker struct {
	*rand.Rand
	spaces []string
}

var (
	rootNames  = []string{`"user_metadata"`, `"app_metadata"`, `"user\u005fmetadata"`, `"\u0061pp_metadata"`, `"email"`, `"e\u006dail"`, `"name"`, `"password"`, `"user_id"`, `"User_Metadata"`, `""`}
	innerNames = []string{`"a"`, `"\u0061"`, `"b"`, `"A"`, `"é"`, `"\u00e9"`, `"e\u0301"`, `"a/b"`, `"~"`, `""`, `"_"`, `"null"`, `"__proto__"`, `"a\""`}
	scalars    = []string{`null`, `null`, `true`, `false`, `0`, `-0`, `1`, `1.0`, `10e-1`, `1e400`, `""`, `"a"`, `"\u0061"`, `"null"`, `"a\n\"b"`, `"},"`}
	spaces     = [][]string{{""}, {"", " "}, {"", "\n", "\r\n  ", "\t"}, {"\n    "}}
)

func (m *maker) space() string { return m.spaces[m.IntN(len(m.spaces))] }

// text returns an object of the root.
func (m *maker) text() []byte {
	m.spaces = spaces[m.IntN(len(spaces))]
	b := append([]byte(nil), m.space()...)
	b = m.object(b, rootNames, 3)
	return append(b, m.space()...)
}

func (m *maker) object(b []byte, names []string, depth int) []byte {
	b = append(append(b, '{'), m.space()...)
	met := map[string]bool{}
	n := m.IntN(5)
	many := m.IntN(15) == 0 // so many that a table is made of them
	if many {
		n = 10 + m.IntN(30)
	}
	for range n {
		name := names[m.IntN(len(names))]
		if many && m.IntN(4) > 0 {
			name = strconv.Quote(strconv.Itoa(m.IntN(40)))
		}
		text := jsonspan.Unquote([]byte(name))
		if met[text] {
			continue
		}
		if len(met) > 0 {
			b = append(append(b, ','), m.space()...)
		}
		met[text] = true
		b = append(append(append(append(b, name...), m.space()...), ':'), m.space()...)
		b = append(m.value(b, depth-1), m.space()...)
	}
	return append(b, '}')
}

func (m *maker) value(b []byte, depth int) []byte {
	switch {
	case depth > 0 && m.IntN(3) > 0:
		return m.object(b, innerNames, depth)
	case depth > 0 && m.IntN(4) == 0:
		b = append(append(b, '['), m.space()...)
		for i := range m.IntN(3) {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(m.value(b, depth-1), m.space()...)
		}
		return append(b, ']')
	}
	return append(b, scalars[m.IntN(len(scalars))]...)
}

// holdAll holds everything that is true of two good texts.
func holdAll(t *testing.T, profile, body []byte) {
	t.Helper()
	if r, err := Apply(profile, body); err == nil {
		holdResult(t, profile, body, r)
		// What one merge made a plan can make.
		plan, err := Inverse(profile, r.Bytes)
		if err != nil {
			t.Fatalf("%q to %q: %v", profile, r.Bytes, err)
		}
		holdPlan(t, profile, plan)
		if plan.Bodies == nil && !slices.ContainsFunc(r.Body.Members, func(m jsonspan.Member) bool { return !Updatable(body, &m) }) {
			t.Fatalf("%q to %q is said to be impossible, but %q does it", profile, r.Bytes, body)
		}
	} else if fields := err.(jsonspan.Errors); fields[0].Code != CodeBadField {
		t.Fatalf("%q + %q: %v", profile, body, err)
	}
	plan, err := Inverse(profile, body)
	if err != nil {
		t.Fatalf("%q to %q: %v", profile, body, err)
	}
	holdPlan(t, profile, plan)
	holdPatch(t, profile, body)
}

// TestRandom holds all of it on texts made by chance.
func TestRandom(t *testing.T) {
	m := &maker{Rand: rand.New(rand.NewPCG(7, 8))}
	for range 5_000 {
		holdAll(t, m.text(), m.text())
	}
}

// FuzzRandom does the same for as long as it is let.
func FuzzRandom(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		m := &maker{Rand: rand.New(rand.NewPCG(a, b))}
		for range 20 {
			holdAll(t, m.text(), m.text())
		}
	})
}
