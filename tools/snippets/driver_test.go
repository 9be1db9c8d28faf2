package snippets

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A driver is an interpreter that runs snippets one after the other, until the
// tests end and its standard input with them: to start one takes longer than
// to send a request, and longer on a busy machine than a fuzzer waits.
type driver struct {
	process *os.Process
	folders io.Writer      // for snippets that it shall run, a line each
	done    *bufio.Scanner // those that it has run
}

var drivers = map[string]*driver{}

// scratch is the folder in which drivers start.
var scratch string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "snippets")
	if err != nil {
		panic(err)
	}
	scratch = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// startDriver returns the driver with that command.
func startDriver(t testing.TB, command []string) *driver {
	id := strings.Join(command, " ")
	if drivers[id] == nil {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Dir = scratch
		cmd.Stderr = os.Stderr
		in, err := cmd.StdinPipe()
		must(t, err)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		drivers[id] = &driver{cmd.Process, in, bufio.NewScanner(out)}
	}
	return drivers[id]
}

// run has the snippets of these folders run, within five minutes.
func (d *driver) run(folders []string) error {
	defer time.AfterFunc(5*time.Minute, func() { d.process.Kill() }).Stop()
	if _, err := io.WriteString(d.folders, strings.Join(folders, "\n")+"\n"); err != nil {
		return err
	}
	for _, folder := range folders {
		if !d.done.Scan() || d.done.Text() != folder {
			d.process.Kill()
			return fmt.Errorf("the driver ended, or said %q, at %s", d.done.Text(), folder)
		}
	}
	return nil
}

// testdata returns the path of a file in testdata, from any folder.
func testdata(t testing.TB, file string) string {
	path, err := filepath.Abs(filepath.Join("testdata", file))
	must(t, err)
	return path
}
