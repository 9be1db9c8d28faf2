package merge

import (
	"slices"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
)

func TestInverse(t *testing.T) {
	for _, c := range readCases(t, "testdata/inverse.txt", 2) {
		plan, err := Inverse([]byte(c[0]), []byte(c[1]))
		if err != nil {
			t.Errorf("%s to %s: %v", c[0], c[1], err)
			continue
		}
		var got []string
		for _, b := range plan.Bodies {
			got = append(got, string(b))
		}
		for _, o := range plan.Obstacles {
			got = append(got, o.Code+" "+o.Pointer)
		}
		if g, w := strings.Join(got, "\n"), strings.Join(c[2:], "\n"); g != w {
			t.Errorf("%s to %s: got\n%s\nwant\n%s", c[0], c[1], g, w)
		}
		holdPlan(t, []byte(c[0]), plan)
	}
}

// holdPlan holds that the bodies lead from the profile to the goal, and that
// no shorter one of two does the work of both.
func holdPlan(t *testing.T, profile []byte, plan *Plan) {
	t.Helper()
	if (plan.Bodies == nil) == (plan.Obstacles == nil) {
		t.Fatalf("%d bodies and %d obstacles", len(plan.Bodies), len(plan.Obstacles))
	}
	if plan.Bodies == nil {
		return
	}
	at := profile
	for _, body := range plan.Bodies {
		r, err := Apply(at, body)
		if err != nil {
			t.Fatalf("%s on %s: %v", body, at, err)
		}
		at = r.Bytes
	}
	if !jsonspan.Equal(at, plan.Goal.Src) {
		t.Fatalf("%q: %q leads to %q, not to %q", profile, plan.Bodies, at, plan.Goal.Src)
	}
	if len(plan.Bodies) == 1 {
		holdSmallest(t, profile, plan)
	}
}

// holdSmallest holds that every member of the body is needed: without any one
// of them it leads elsewhere.
func holdSmallest(t *testing.T, profile []byte, plan *Plan) {
	t.Helper()
	body, errs := jsonspan.Scan(plan.Bodies[0])
	if errs != nil {
		t.Fatalf("%s: %v", plan.Bodies[0], errs)
	}
	without := func(obj jsonspan.Span, members []jsonspan.Member, i int) {
		gone := around(body.Src, obj, members, i, i)
		shorter := slices.Concat(body.Src[:gone.Start], body.Src[gone.End:])
		if r, err := Apply(profile, shorter); err == nil && jsonspan.Equal(r.Bytes, plan.Goal.Src) {
			t.Fatalf("%s to %s: %s would do instead of %s", profile, plan.Goal.Src, shorter, body.Src)
		}
	}
	for i := range min(len(body.Members), 20) {
		without(body.Root, body.Members, i)
		for j := range min(len(body.Inner(i)), 20) {
			without(body.Members[i].Value, body.Inner(i), j)
		}
	}
}

func TestInverseErrors(t *testing.T) {
	_, err := Inverse([]byte(`[]`), []byte(`{"a":1,}`))
	errs, _ := err.(jsonspan.Errors)
	if len(errs) != 2 || errs[0].Input != InputProfile || errs[1].Input != InputGoal {
		t.Errorf("got %v", err)
	}
}

// FuzzInverse holds the round trip on anything.
func FuzzInverse(f *testing.F) {
	for _, c := range readCases(f, "testdata/inverse.txt", 2) {
		f.Add([]byte(c[0]), []byte(c[1]))
	}
	for _, c := range readCases(f, "testdata/cases.txt", 3) {
		f.Add([]byte(c[0]), []byte(c[2]))
	}
	f.Fuzz(func(t *testing.T, profile, goal []byte) {
		if plan, err := Inverse(profile, goal); err == nil {
			holdPlan(t, profile, plan)
		}
	})
}
