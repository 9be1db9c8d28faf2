package conformance

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Patch sends a body to a user of a tenant and returns the status and the answer.
func Patch(client *http.Client, base string, of Tenant, id, body string) (int, string, error) {
	r, err := http.NewRequest("PATCH", base+"/t/"+of.Tenant+"/api/v2/users/"+id, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Authorization", "Bearer "+of.Token)
	r.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(text), err
}

// Properties returns the user's metadata.
func Properties(t testing.TB, base string, of Tenant, id string) map[string]any {
	t.Helper()
	status, text, err := Patch(http.DefaultClient, base, of, id, `{"user_metadata":{"addresses":null}}`)
	var user struct {
		Metadata map[string]any `json:"user_metadata"`
	}
	if err == nil {
		err = json.Unmarshal([]byte(text), &user)
	}
	if err != nil || status != http.StatusOK {
		t.Fatalf("%d %.300s %v", status, text, err)
	}
	return user.Metadata
}

// RunLost sends many PATCHes of one user at once, each with a property of its own.
// All that were answered with 200 must be there in the end. A client that is told to
// try again does, and so does one whose connection ends without an answer, as servers
// end idle ones: a PATCH may be sent twice.
func RunLost(t *testing.T, base string, clients, patches int) {
	own := NewTenant(t, base)
	// A connection that has waited longer is not used again: workerd ends it after five
	// seconds. So it does with one on which a request waits: with 64 of them, it may
	// serve sixteen for seconds and none of the others.
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, IdleConnTimeout: time.Second}}
	var next, again atomic.Int64
	var wait sync.WaitGroup
	for range clients {
		wait.Go(func() {
			for {
				n := next.Add(1)
				if n > int64(patches) || t.Failed() {
					return
				}
				for try := 0; ; try++ {
					status, text, err := Patch(client, base, own, "ada", fmt.Sprintf(`{"user_metadata":{"p%d":%d}}`, n, n))
					if status == http.StatusConflict || err != nil && try < 3 {
						again.Add(1)
						continue
					}
					if err != nil || status != http.StatusOK {
						t.Errorf("%d: %d %.300s %v", n, status, text, err)
						return
					}
					break
				}
			}
		})
	}
	wait.Wait()
	got := Properties(t, base, own, "ada")
	for n := range patches {
		if got[fmt.Sprintf("p%d", n+1)] != float64(n+1) {
			t.Fatalf("p%d is lost; %d are there", n+1, len(got))
		}
	}
	t.Logf("%d PATCHes, %d sent again", patches, again.Load())
}
