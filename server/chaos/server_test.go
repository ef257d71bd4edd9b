package chaos

import (
	"bytes"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
)

// How often each thing is done: a few times in `make test`, as often as was promised by `make chaos`.
var (
	kills        = flag.Int("kills", 4, "how often a server is killed, on each database")
	terminations = flag.Int("terminations", 30, "how often all connections to PostgreSQL are ended")
	restarts     = flag.Int("restarts", 3, "how often PostgreSQL is restarted at once")
	stops        = flag.Int("stops", 3, "how often a server is told to stop, on each database")
)

// readyWithin is how soon a server serves again after a crash.
const readyWithin = 5 * time.Second

// binary is the server, built once.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "ltc-chaos")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "ltc")
	build := exec.Command("go", "build", "-tags", "clockoffset", "-o", path, "github.com/leadtocash/ltc/server")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := binary(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// server is a running ltc.
type server struct {
	t    *testing.T
	addr string
	cmd  *exec.Cmd
	log  *bytes.Buffer
	done chan error
}

// start runs ltc on a database, at an address that it may have had before.
func start(t *testing.T, databaseURL, addr string, env ...string) *server {
	t.Helper()
	s := &server{t: t, addr: addr, log: &bytes.Buffer{}, done: make(chan error, 1)}
	s.cmd = exec.Command(ltctest.Got(binary())(t), "serve", "--addr", addr, "--database-url", databaseURL)
	s.cmd.Stderr = s.log
	s.cmd.Env = append(os.Environ(), env...)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	ltctest.Must(t, s.cmd.Start())
	go func() { s.done <- s.cmd.Wait() }()
	t.Cleanup(s.kill)
	return s
}

// ready waits until the server serves, and answers how long that took.
func (s *server) ready() time.Duration {
	s.t.Helper()
	began := time.Now()
	for time.Since(began) < 30*time.Second {
		resp, err := http.Get("http://" + s.addr + "/readyz")
		if err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return time.Since(began)
			}
		}
		select {
		case err := <-s.done:
			s.t.Fatalf("the server ended: %v\n%s", err, s.log)
		case <-time.After(5 * time.Millisecond):
		}
	}
	s.t.Fatalf("not ready after 30 seconds\n%s", s.log)
	return 0
}

// kill is kill -9, and waits until the process is gone.
func (s *server) kill() {
	_ = s.cmd.Process.Kill()
	select {
	case err := <-s.done:
		s.done <- err
	case <-time.After(10 * time.Second):
		s.t.Error("a killed process stays")
	}
}

// freeAddr is an address that nobody listens at.
func freeAddr(t *testing.T) string {
	t.Helper()
	l := ltctest.Got((&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0"))(t)
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}
