package play

import (
	"encoding/json"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"mergebook/wasm/jsonspan"
)

// lengthen returns head, then n times the part (each # in it its number), the
// middle, n times the closing, and the tail.
func lengthen(n int, head, part, middle, closing, tail string) []byte {
	b := []byte(head)
	for i := range n {
		b = append(b, strings.ReplaceAll(part, "#", strconv.Itoa(i))...)
	}
	b = append(b, middle...)
	for range n {
		b = append(b, closing...)
	}
	return append(b, tail...)
}

var nestings = []struct{ open, closing string }{{`[`, `]`}, {`{"a":`, `}`}, {`{"\u0061":[`, `]}`}, {`[0,`, `,0]`}, {`{"b":0,"a":`, `,"c":0}`}}

// TestDepth holds that the page's one call takes 10,000 levels and refuses a
// million, and that its answer is good JSON either way.
func TestDepth(t *testing.T) {
	for _, c := range nestings {
		levels := strings.Count(c.open, "[") + strings.Count(c.open, "{")
		nested := func(n int, value string) []byte {
			return lengthen(n/levels, `{"user_metadata":{"x":`, c.open, value, c.closing, `}}`)
		}
		form := Apply(nested(jsonspan.MaxDepth-3, `{"k":1}`), nested(jsonspan.MaxDepth-3, `{"l":null}`)).AppendJSON(nil)
		var taken answer
		if err := json.Unmarshal(form, &taken); err != nil || !taken.OK || len(taken.Steps) != 1 {
			t.Fatalf("%s: %v, %.300s", c.open, err, form)
		}
		deep := nested(1_000_000, `1`)
		for _, o := range []*Outcome{Apply(deep, []byte(`{}`)), Apply([]byte(`{}`), deep), Run([]byte(`{}`), Request{"PATCH", "https://x/api/v2/users/1", deep}).Outcome} {
			var refused answer
			form := o.AppendJSON(nil)
			if err := json.Unmarshal(form, &refused); err != nil || refused.OK || len(refused.Errors) != 1 || refused.Errors[0].Code != jsonspan.CodeTooDeep {
				t.Fatalf("%s: %v, %.300s", c.open, err, form)
			}
		}
	}
}

// everything asks all questions about two texts. It returns the length of the
// answers.
func everything(profile, body []byte) int {
	n := len(Apply(profile, body).AppendJSON(nil))
	n += len(Compare(profile, body).AppendJSON(nil))
	n += len(Inverse(profile, body).AppendJSON(nil))
	return n
}

// FuzzLinear makes two texts sixteen times as long by repetition and holds
// that the work grows with them and with the answers, not with the square.
// Bytes allocated stand for the work; the time has a bound that only a square
// breaks.
func FuzzLinear(f *testing.F) {
	const field = `{"user_metadata":{"x":`
	for _, c := range nestings {
		f.Add(field, c.open, `1`, c.closing, `}}`, field, c.open, `{"k":null}`, c.closing, `}}`)
		f.Add(field, c.open, `{"k":1}`, c.closing, `}}`, field, c.open, `{}`, c.closing, `}}`)
		f.Add(field, c.open, `1`, c.closing, `}}`, field, `[`, `null`, `]`, `}}`)
		f.Add(field, c.open, `1`, ``, ``, field, `{`, ``, ``, ``)
	}
	for _, parts := range [][2]string{
		{`"#":0,`, `"#":1,`}, {`"#":0,`, `"#":null,`}, {`"#":{"a":1},`, `"#":{"b":null},`}, {`"a#":0,`, `"b#":null,`}, {`"#":[0],`, `"#":[],`},
		{`"\u0061#":0,`, `"a#":0,`}, {`"#":0 ,`, "\n\"x#\":0,"}, {`"é#":"😀",`, `"😀#":"é",`}, {`"#":0,`, `"#":.5,`}, {`"a":0,`, `'a':0,`},
	} {
		for _, head := range []string{`{`, `{"user_metadata":{`, `{"user_metadata":{"a long name that is in every pointer":{`} {
			tail := strings.Repeat("}", strings.Count(head, "{"))
			f.Add(head, parts[0], `"":0`, "", tail, head, parts[1], `"":1`, "", tail)
			f.Add(head, parts[0], `"":0`, "", tail, head, ``, `"":1`, "", tail)
			f.Add(head, ``, `"":0`, "", tail, head, parts[1], `"":1`, "", tail)
		}
	}
	f.Fuzz(func(t *testing.T, head, open, middle, closing, tail, head2, open2, middle2, closing2, tail2 string) {
		if len(head+open+middle+closing+tail) > 200 || len(head2+open2+middle2+closing2+tail2) > 200 {
			return
		}
		measure := func(n int) (bytes, answered int64, took time.Duration) {
			profile, body := lengthen(n, head, open, middle, closing, tail), lengthen(n, head2, open2, middle2, closing2, tail2)
			var before, after runtime.MemStats
			start := time.Now()
			runtime.ReadMemStats(&before)
			answered = int64(everything(profile, body))
			runtime.ReadMemStats(&after)
			return int64(after.TotalAlloc - before.TotalAlloc), answered, time.Since(start)
		}
		short, _, shortTime := measure(256)
		long, answered, longTime := measure(4096)
		if long > 24*short+20*answered+1<<20 {
			t.Errorf("%d bytes are allocated, %d for a sixteenth of the texts", long, short)
		}
		bound := 16*30*shortTime + time.Second
		for range 3 { // a busy machine may stop a process for longer than that
			if longTime > bound {
				_, _, longTime = measure(4096)
			}
		}
		if longTime > bound {
			t.Errorf("it takes %v, %v for a sixteenth of the texts", longTime, shortTime)
		}
	})
}
