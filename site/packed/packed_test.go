package packed

import (
	"reflect"
	"testing"
)

type point struct {
	name  string
	at    []int64
	data  []byte
	inner []point
	named map[string]point
}

func (p *point) packed(c *Codec) {
	c.Text(&p.name)
	List(c, &p.at, Int)
	c.Bytes(&p.data)
	List(c, &p.inner, func(c *Codec, p *point) { p.packed(c) })
	Map(c, &p.named, func(c *Codec, p *point) { p.packed(c) })
}

func TestBothWays(t *testing.T) {
	empty := func(name string) point { return point{name, []int64{}, []byte{}, []point{}, map[string]point{}} }
	want := point{"é\x00", []int64{0, -1, 1 << 62, -1 << 63}, []byte{1, 0}, []point{empty("x")}, map[string]point{"a": empty("b"), "": empty("")}}
	data := Write(want.packed)
	var got point
	if err := Read(data, got.packed); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
	for i := range data {
		if err := Read(data[:i], new(point).packed); err == nil {
			t.Errorf("the first %d bytes are read", i)
		}
	}
	if err := Read(append(data, 0), new(point).packed); err == nil {
		t.Error("a byte more is read")
	}
	if err := Read(data, func(c *Codec) {
		c.Text(&got.name)
		c.Refuse()
	}); err == nil {
		t.Error("what is refused is read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Write((&point{name: "a", at: []int64{1}, inner: []point{{}}}).packed))
	f.Add([]byte{0, 0x80, 0x80, 0x80, 0x80, 0x10})
	f.Fuzz(func(t *testing.T, data []byte) {
		var p point
		if Read(data, p.packed) == nil {
			var again point
			if err := Read(Write(p.packed), again.packed); err != nil || !reflect.DeepEqual(p, again) {
				t.Errorf("%v, and again %v, %v", p, again, err)
			}
		}
	})
}
