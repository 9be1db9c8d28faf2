package snippets

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"mergebook/wasm/har"
	"mergebook/wasm/snippet"
)

// A job is one snippet to run.
type job struct {
	request *har.Request
	code    string
	noted   bool   // the code has a comment
	echo    *echo  // the server that waits for it
	dir     string // an empty folder of its own, in which it runs
	out     string // what it printed
	err     error
}

// A runner runs the snippets of one language.
type runner struct {
	programs []string // what it needs in the PATH
	run      func(t testing.TB, jobs []*job)
}

// need fails where a program is missing.
func (r runner) need(t testing.TB) {
	for _, program := range r.programs {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is missing, and snippets are proven by running them. `tools/setup python java csharp php ruby node curl` says how to get it.", program)
		}
	}
}

// canary is what the hostile requests would make if a snippet executed them.
const canary = "mergebook-was-here"

// TestRun runs every snippet of every language that can run here.
func TestRun(t *testing.T) {
	for _, l := range snippet.Languages() {
		t.Run(l.ID, func(t *testing.T) {
			runner, ok := runners[l.ID]
			if why := unrun[l.ID]; why != "" {
				return // held by other tests, as the reference page says
			}
			if !ok {
				t.Fatal("say in runners how to run it")
			}
			runner.need(t)
			jobs := newJobs(t, l, requests(t))
			runner.run(t, jobs)
			for _, j := range jobs {
				t.Run(j.request.Comment, func(t *testing.T) {
					for _, problem := range j.problems(cannot[l.ID+"/"+j.request.Comment] != "") {
						t.Error(problem)
					}
					if t.Failed() && len(j.code) < 4000 {
						t.Logf("the snippet was:\n%s", j.code)
					}
				})
			}
		})
	}
}

func newJobs(t testing.TB, l snippet.Language, requests []*har.Request) []*job {
	var jobs []*job
	for _, r := range requests {
		address := "127.0.0.1"
		if strings.Contains(r.URL, "HOST6") {
			address = "[::1]"
		}
		j := &job{echo: newEcho(t, address), dir: t.TempDir()}
		j.request = r.Map(strings.NewReplacer("HOST6", j.echo.host, "HOST", j.echo.host).Replace)
		code := l.Write(snippet.Normalize(j.request))
		j.code = code.String()
		j.noted = slices.ContainsFunc(slices.Collect(code.Pieces()), func(p snippet.Piece) bool { return p.Kind == snippet.Comment })
		jobs = append(jobs, j)
	}
	return jobs
}

// problems holds what the server received against the HAR. A request that
// cannot be sent must not seem to be: else it is no exception any more.
func (j *job) problems(impossible bool) []string {
	all := &comparison{}
	if _, err := os.Stat(filepath.Join(j.dir, canary)); err == nil {
		all.Errorf("the snippet executed what the request says")
	}
	received := j.echo.received()
	if impossible {
		if j.err == nil && len(received) == 1 && len(compare(j.request, received[0])) == 0 {
			all.Errorf("it is listed as one that cannot be sent, but it was")
		}
		if !j.noted {
			all.Errorf("no comment says that it cannot be sent in\n%.2000s", j.code)
		}
		return *all
	}
	if j.err != nil {
		all.Errorf("%v\n%s", j.err, j.out)
	} else if !strings.Contains(j.out, echoed) && j.request.Method != "HEAD" {
		all.Errorf("the snippet prints %.300q, and not the response", j.out)
	}
	if len(received) != 1 {
		all.Errorf("%d requests arrived", len(received))
		return *all
	}
	return append(*all, compare(j.request, received[0])...)
}

// each returns a function that writes each snippet to a file in its folder and
// runs a program on that.
func each(file string, program ...string) func(testing.TB, []*job) {
	return func(t testing.TB, jobs []*job) {
		inParallel(jobs, func(j *job) {
			if j.err = os.WriteFile(filepath.Join(j.dir, file), []byte(j.code), 0o600); j.err == nil {
				j.start(program[0], append(program[1:len(program):len(program)], file)...)
			}
		})
	}
}

// start runs a program in the job's folder, to its end, or to the end of
// patience: a client that waits for ever is an error, and not one of the test.
func (j *job) start(program string, args ...string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.WaitDelay = time.Second // its children may hold the pipe
	cmd.Dir = j.dir
	out, err := cmd.CombinedOutput()
	j.out, j.err = string(out), err
}

// inParallel calls f for each job, as many at once as there are processors.
func inParallel(jobs []*job, f func(j *job)) {
	var all sync.WaitGroup
	free := make(chan bool, runtime.NumCPU())
	for _, j := range jobs {
		free <- true
		all.Go(func() {
			f(j)
			<-free
		})
	}
	all.Wait()
}

// requests returns all requests, with one of a megabyte.
func requests(t testing.TB) []*har.Request {
	t.Helper()
	f, err := os.Open("testdata/requests.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := []*har.Request{{
		Comment: "1 MB", Method: "POST", URL: "http://HOST/mega",
		PostData: &har.PostData{MimeType: "text/plain", Text: strings.Repeat("0123'\\%`${x}\n", 80_000)},
	}, {
		Comment: "a line of 70,000 characters", Method: "POST", URL: "http://HOST/long",
		PostData: &har.PostData{MimeType: "text/plain", Text: strings.Repeat("0123456789\"\\\u00e9\U0001f600", 5_000)},
	}}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		r, errs := har.Parse(lines.Bytes())
		if errs != nil {
			t.Fatalf("%s: %v", lines.Text(), errs)
		}
		all = append(all, r)
	}
	return all
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
