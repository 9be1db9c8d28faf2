package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"mergebook/wasm/merge"
)

// patch is what is sent in all of the load below; # is another number each time.
const patch = `{"user_metadata":{"addresses":{"home":"12 Canal Street"},"visits":#}}`

// most is how many clients send at once at most.
const most = 64

// A target answers PATCHes at an address.
type target struct {
	name  string
	users []string // addresses, one for each client, or one for all
	token string
}

// sandboxes measures PATCHes over HTTP: the local server, the same merge without a
// store, json-server, and the Worker in workerd.
func sandboxes() error {
	dir, err := os.MkdirTemp("", "mergebook-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	own, stop, err := local(dir)
	if err != nil {
		return err
	}
	defer stop()
	peer, stopPeer, err := jsonServer(dir)
	if err != nil {
		return err
	}
	defer stopPeer()
	bare := httptest.NewServer(http.HandlerFunc(mergeOnly))
	defer bare.Close()
	edge, site, stopEdge, err := workerd(filepath.Join(dir, "edge"))
	if err != nil {
		return err
	}
	defer stopEdge()
	targets := []target{own, {"the merge alone, behind net/http", []string{bare.URL}, ""}, peer, edge}
	for _, clients := range []int{1, 8, most} {
		fmt.Printf("\n  PATCH, %d clients at once\n", clients)
		first := 0.0
		for i, t := range targets {
			l, err := load(t, clients, 3*time.Second)
			if err != nil {
				return fmt.Errorf("%s: %w", t.name, err)
			}
			if i == 0 {
				first = l.perSecond
			}
			fmt.Printf("    %-34s %6.0f a second, half within %.2f ms, 99 %% within %.1f ms; the first does %.2g times as many\n", t.name, l.perSecond, l.p50, l.p99, first/l.perSecond)
		}
	}
	page, err := load(target{"", []string{site + "/guide/merge/"}, ""}, 1, 2*time.Second)
	if err != nil {
		return err
	}
	fmt.Printf("\n  a page of the site from workerd: half within %.2f ms, 99 %% within %.1f ms\n", page.p50, page.p99)
	return nil
}

// A loaded is what came of sending for a while.
type loaded struct{ perSecond, p50, p99 float64 } // milliseconds

// load has clients send one request after another. A target without a token is asked
// for a page if its address ends with a slash.
func load(t target, clients int, long time.Duration) (loaded, error) {
	var mu sync.Mutex
	var times []float64
	var failed error
	var wait sync.WaitGroup
	start := time.Now()
	for c := range clients {
		wait.Go(func() {
			own, err := sendAll(t, t.users[c%len(t.users)], start.Add(long))
			mu.Lock()
			defer mu.Unlock()
			times, failed = append(times, own...), errors.Join(failed, err)
		})
	}
	wait.Wait()
	if failed != nil {
		return loaded{}, failed
	}
	slices.Sort(times)
	return loaded{float64(len(times)) / time.Since(start).Seconds(), times[len(times)/2], times[len(times)*99/100]}, nil
}

// sendAll sends requests over one connection until a time, and returns how long each
// took in milliseconds. It is no http.Client: that needs as much of the processor as
// a server, and takes it from it.
func sendAll(t target, address string, end time.Time) (times []float64, err error) {
	to, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	conn, err := net.Dial("tcp", to.Host)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	method, token := "PATCH", ""
	if strings.HasSuffix(address, "/") {
		method = "GET"
	}
	if t.token != "" {
		token = "Authorization: Bearer " + t.token + "\r\n"
	}
	head := method + " " + to.RequestURI() + " HTTP/1.1\r\nHost: " + to.Host + "\r\n" + token
	from := bufio.NewReader(conn)
	var request []byte
	for n := 0; ; n++ {
		began := time.Now()
		if began.After(end) {
			return times, nil
		}
		request = append(request[:0], head...)
		if method == "PATCH" {
			body := strings.Replace(patch, "#", strconv.Itoa(n), 1)
			request = fmt.Appendf(request, "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		} else {
			request = append(request, "\r\n"...)
		}
		if _, err := conn.Write(request); err != nil {
			return nil, err
		}
		answer, err := http.ReadResponse(from, nil)
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(answer.Body)
		if err != nil {
			return nil, err
		}
		if answer.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: %.200s", answer.Status, text)
		}
		times = append(times, float64(time.Since(began).Microseconds())/1000)
	}
}

const profile = `{"user_id":"ada","email":"ada@example.com","user_metadata":{"addresses":{"home":"12 Canal Street","work":"3 Harbour Road"},"visits":0}}`

func mergeOnly(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	result, err := merge.Apply([]byte(profile), body)
	if err != nil {
		panic(err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(result.Bytes)
}

// local starts mergebook serve, with a user for each client.
func local(dir string) (target, func(), error) {
	content := filepath.Join(dir, "content")
	if err := os.MkdirAll(content, 0o755); err != nil {
		return target{}, nil, err
	}
	if err := os.WriteFile(filepath.Join(content, "index.md"), []byte("# Site\n"), 0o644); err != nil {
		return target{}, nil, err
	}
	bases, stop, err := started(1, "bin/mergebook", "serve", "--content", content, "--port", "0", "--sandbox", filepath.Join(dir, "sandbox.db"))
	if err != nil {
		return target{}, nil, err
	}
	t, err := tenant("mergebook serve, SQLite in a file", strings.TrimSuffix(bases[0], "/"), most)
	return t, stop, err
}

// workerd starts the Worker. All clients change one user of one tenant: it is the
// hottest there can be. It is asked without Miniflare's scripts before it.
func workerd(dir string) (t target, site string, stop func(), err error) {
	bases, stop, err := started(2, "node", "wasm/worker/workerd.mjs", "0", dir, "1000000000")
	if err != nil {
		return target{}, "", nil, err
	}
	t, err = tenant("the Worker in workerd, one user", bases[1], 1)
	return t, bases[0], stop, err
}

// jsonServer starts json-server on a file with as many users.
func jsonServer(dir string) (target, func(), error) {
	db := filepath.Join(dir, "db.json")
	var users []string
	for i := range most {
		users = append(users, strings.Replace(profile, "{", fmt.Sprintf(`{"id":"u%d",`, i), 1))
	}
	if err := os.WriteFile(db, []byte(`{"users":[`+strings.Join(users, ",")+`]}`), 0o644); err != nil {
		return target{}, nil, err
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return target{}, nil, err
	}
	port := fmt.Sprint(free.Addr().(*net.TCPAddr).Port)
	free.Close()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "node", "tools/bench/node_modules/json-server/lib/cli/bin.js", "--host", "127.0.0.1", "--port", port, "--quiet", db)
	if err := cmd.Start(); err != nil {
		cancel()
		return target{}, nil, err
	}
	stop := func() {
		cancel()
		cmd.Wait()
	}
	t := target{name: "json-server"}
	for i := range most {
		t.users = append(t.users, fmt.Sprintf("http://127.0.0.1:%s/users/u%d", port, i))
	}
	for range 100 {
		if _, err := sendAll(t, t.users[0], time.Now().Add(time.Millisecond)); err == nil {
			return t, stop, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	stop()
	return target{}, nil, fmt.Errorf("json-server does not answer")
}

// started starts a server that prints so many addresses, and returns them.
func started(n int, name string, args ...string) (bases []string, stop func(), err error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	stop = func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "http://") {
			bases = append(bases, lines.Text())
		}
		if len(bases) == n {
			go io.Copy(io.Discard, out)
			return bases, stop, nil
		}
	}
	stop()
	return nil, nil, fmt.Errorf("%s has ended", name)
}

// tenant makes a tenant with so many users.
func tenant(name, base string, users int) (target, error) {
	answer, err := http.Post(base+"/api/tenants", "", nil)
	if err != nil {
		return target{}, err
	}
	defer answer.Body.Close()
	var made struct{ Tenant, Token string }
	if err := json.NewDecoder(answer.Body).Decode(&made); err != nil {
		return target{}, err
	}
	t := target{name: name, token: made.Token}
	for i := range users {
		address := fmt.Sprintf("%s/t/%s/api/v2/users/u%d", base, made.Tenant, i)
		r, err := http.NewRequest("PUT", address, strings.NewReader(profile))
		if err != nil {
			return target{}, err
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+made.Token)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return target{}, err
		}
		answer.Body.Close()
		t.users = append(t.users, address)
	}
	return t, nil
}
