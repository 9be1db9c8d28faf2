package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// both does a test with the quick calls, and as it is where they fail.
func both(t *testing.T, test func(t *testing.T, f *Folder, dir string)) {
	for _, quick := range []bool{true, false} {
		name := map[bool]string{true: "quick", false: "os"}[quick]
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			f, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { f.Close() })
			if !quick {
				f.quick.close()
			}
			test(t, f, dir)
		})
	}
}

func TestReadAndWrite(t *testing.T) {
	both(t, func(t *testing.T, f *Folder, dir string) {
		if err := f.Mkdir("a", 0o755); err != nil {
			t.Fatal(err)
		}
		long := bytes.Repeat([]byte("0123456789"), 100_000)
		for _, data := range [][]byte{long, []byte("short"), {}} {
			if err := f.Write("a/b.txt", data); err != nil {
				t.Fatal(err)
			}
			got, changed, err := f.Read("a/b.txt")
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%d bytes written, %d read: %v", len(data), len(got), err)
			}
			if info, err := os.Stat(filepath.Join(dir, "a/b.txt")); err != nil || !info.ModTime().Equal(changed) {
				t.Errorf("changed at %v, not %v: %v", changed, info.ModTime(), err)
			}
		}
		if info, err := os.Stat(filepath.Join(dir, "a/b.txt")); err != nil || info.Mode().Perm()&^0o022 != 0o644 {
			t.Errorf("mode %v: %v", info.Mode(), err)
		}
	})
}

func TestOutside(t *testing.T) {
	both(t, func(t *testing.T, f *Folder, dir string) {
		outside := filepath.Join(t.TempDir(), "secret.txt")
		if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
			t.Fatal(err)
		}
		up, err := filepath.Rel(dir, outside)
		if err != nil {
			t.Fatal(err)
		}
		for name, to := range map[string]string{"absolute": outside, "relative": up, "folder": filepath.Dir(up), "inside": "real.txt"} {
			if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
				t.Skip("no symbolic links here:", err)
			}
		}
		for _, name := range []string{"absolute", "relative", "folder/secret.txt", up, outside} {
			if data, _, err := f.Read(name); err == nil {
				t.Errorf("%s is read: %q", name, data)
			}
			if err := f.Write(name, []byte("mine")); err == nil {
				t.Errorf("%s is written", name)
			}
		}
		if data, err := os.ReadFile(outside); err != nil || string(data) != "secret" {
			t.Errorf("what is outside is %q now: %v", data, err)
		}
		if err := f.Write("real.txt", []byte("text")); err != nil {
			t.Fatal(err)
		}
		if data, _, err := f.Read("inside"); err != nil || string(data) != "text" {
			t.Errorf("a link within leads to %q: %v", data, err)
		}
	})
}

func TestErrors(t *testing.T) {
	both(t, func(t *testing.T, f *Folder, dir string) {
		var where *fs.PathError
		if _, _, err := f.Read("absent.txt"); !errors.Is(err, fs.ErrNotExist) || !errors.As(err, &where) || where.Path != "absent.txt" {
			t.Errorf("an absent file: %v", err)
		}
		if err := f.Write("absent/b.txt", nil); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a file in an absent folder: %v", err)
		}
		if _, _, err := f.Read("."); err == nil {
			t.Error("a folder is read")
		}
	})
	if _, err := Open(filepath.Join(t.TempDir(), "absent")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an absent folder: %v", err)
	}
}

// TestQuick holds that the quick calls are what does the work, where they are.
func TestQuick(t *testing.T) {
	f, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.quick.write("a.txt", []byte("text")); errors.Is(err, errors.ErrUnsupported) {
		t.Skip("there are none for this system")
	} else if err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Minute)
	if data, changed, err := f.quick.read("a.txt"); err != nil || string(data) != "text" || changed.Before(before) {
		t.Errorf("%q of %v: %v", data, changed, err)
	}
}
