package explain

import (
	"strconv"
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Warning is a place of the body that does something else than people expect.
type Warning struct {
	Code    string        // one of the codes below
	Step    int           // index of the step that it belongs to, -1 for the body as a whole
	Pointer string        // JSON Pointer (RFC 6901) of the place, in the body
	Span    jsonspan.Span // in the body
	Text    string        // one or two sentences
	Fix     []Edit        // of the body, in its order; nil where there is no fix
}

// The codes of warnings.
const (
	CodeNestedLoss   = "nested-loss"    // a replaced object or array took nested values with it
	CodeNestedNull   = "nested-null"    // null below the first level is stored
	CodeArrayNull    = "array-null"     // null in an array is an element
	CodeNestedEmpty  = "nested-empty"   // {} below the first level is stored
	CodeNoOp         = "no-op"          // there was nothing to delete or clear
	CodeEqual        = "equal-value"    // the value is stored already
	CodeNoObject     = "no-object"      // a stored metadata field that is no object gave way (rule 8)
	CodeBadName      = "bad-name"       // the API takes no names with a dot or a leading $
	CodeReserved     = "reserved-name"  // app_metadata cannot have this name
	CodeNotUpdatable = "not-updatable"  // the API lets nobody update this attribute
	CodeNearName     = "near-name"      // a stored name differs in case or normal form only
	CodeNumber       = "number-changes" // JavaScript would change this number
	CodeSize         = "too-large"      // more than the API takes
)

// MaxMetadata is how many bytes the API takes, of a body and of a profile.
const MaxMetadata = 16 << 20

// most is how many warnings are given: more would not be read.
const most = 200

// Warnings finds the traps: those of the whole body first, then those of each
// step, in the body's order. At most 200 are given.
func Warnings(r *merge.Result, steps []Step) []Warning {
	f := finder{r: r, steps: steps}
	f.size()
	for i := range steps {
		if len(f.out) >= most {
			break
		}
		f.step = i
		f.ofStep(&steps[i])
	}
	return f.out[:min(len(f.out), most)]
}

// A finder collects the warnings of one merge.
type finder struct {
	r     *merge.Result
	steps []Step
	step  int // the one being looked at
	out   []Warning
	near  map[jsonspan.Span]map[string]nearby // by field: names by their folded form
	named map[jsonspan.Span]map[string]bool   // by field: the names in the body
}

func (f *finder) add(code, pointer string, span jsonspan.Span, text string, fix []Edit) {
	f.out = append(f.out, Warning{code, f.step, pointer, span, text, fix})
}

func (f *finder) size() {
	what, n := "The body", len(f.r.Body.Src)
	if n <= MaxMetadata {
		what, n = "The new profile", len(f.r.Bytes)
	}
	if n > MaxMetadata {
		f.step = -1
		f.add(CodeSize, "", f.r.Body.Root, what+" is larger than 16 MB, which is the most metadata that the API takes.", nil)
	}
}

func (f *finder) ofStep(s *Step) {
	f.names(s)
	body := f.r.Body.Src
	switch {
	case s.Op == merge.NoOp && !merge.Steers(body, s.Field):
		f.add(CodeNoOp, s.Pointer, s.After, s.Text+" Nothing happens.", removeStep(f.r, s))
	case s.Op == merge.Unchanged:
		f.add(CodeEqual, s.Pointer, s.After, s.Pointer+" has this value already. Nothing happens.", removeStep(f.r, s))
	case s.rewritten:
		f.add(CodeEqual, s.Pointer, s.After, s.Pointer+rewrittenText, removeStep(f.r, s))
	}
	if s.Rule == 8 {
		kind := jsonspan.KindOf(f.r.Profile.Src, s.Before).String()
		f.add(CodeNoObject, s.Pointer, s.After, "A metadata field should be an object, but "+s.Pointer+" was stored as "+kind+": nothing of it is kept.", nil)
	}
	if len(s.Lost) > 0 && s.Rule != 8 {
		f.add(CodeNestedLoss, s.Pointer, s.After, lossText(f.r, s), keepLost(f.r, s.Lost))
	}
	if s.Op == merge.Added || s.Op == merge.Replaced || s.Op == merge.Created {
		f.values(s)
	}
}

func lossText(r *merge.Result, s *Step) string {
	const most = 3
	var names []string
	for i, l := range s.Lost {
		if i == most && len(s.Lost) > most+1 {
			names = append(names, strconv.Itoa(len(s.Lost)-most)+" more")
			break
		}
		names = append(names, l.Pointer)
	}
	kind := "object"
	if jsonspan.KindOf(r.Profile.Src, s.Before) == jsonspan.Array {
		kind = "array"
	}
	text := strings.Join(names, ", ") + " is lost"
	if len(s.Lost) > 1 {
		text = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + " are lost"
	}
	return text + ", because the stored " + kind + " is replaced whole. To keep what it held, repeat it in the body."
}
