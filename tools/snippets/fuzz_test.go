package snippets

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"mergebook/wasm/har"
	"mergebook/wasm/snippet"
)

// batch returns how many requests an input of FuzzRun makes for a language: as
// many as take half of the 10 seconds at most after which Go calls it hung.
func batch(language string) int {
	switch language {
	case "fetch", "node", "python", "ruby":
		return 60 // nothing is compiled, and no process started
	}
	return 20
}

// FuzzRun makes requests that are as hostile as can be sent, and holds what
// arrives to them, with one language for each input; the languages that cannot
// run here read the same requests. An input takes seconds, and most of those
// in processes that Go's fuzzer does not see, so it should spend no time on
// making inputs smaller, and needs one worker:
//
//	go test ./tools/snippets -run '^$' -fuzz FuzzRun -fuzztime 10m -fuzzminimizetime 1x -parallel 1
//
// What fails is told with the request as a line for testdata/requests.jsonl.
func FuzzRun(f *testing.F) {
	languages := slices.Sorted(maps.Keys(runners))
	for i, id := range languages {
		runners[id].need(f)
		f.Add("", uint64(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, own string, seed uint64, language uint8) {
		id := languages[int(language)%len(languages)]
		g := &generator{rand.New(rand.NewPCG(seed, 0)), []rune(own), id}
		var lines [][]byte
		var requests []*har.Request
		for i := range batch(id) {
			line := g.request(fmt.Sprintf("%d of %d", i, seed))
			r, errs := har.Parse(line)
			if errs != nil {
				t.Fatalf("%v in %s", errs, line)
			}
			lines = append(lines, line)
			requests = append(requests, r)
			readAll(t, r)
		}
		l, _ := snippet.Find(id)
		jobs := newJobs(t, l, requests)
		runners[id].run(t, jobs)
		for i, j := range jobs {
			if problems := j.problems(false); len(problems) > 0 {
				t.Errorf("%s does not send\n%.5000s\n%.3000q\nby\n%.5000s", id, lines[i], problems, j.code)
			}
		}
	})
}
