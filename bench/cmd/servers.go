package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/leadtocash/ltc/bench/load"
)

// servers are the processes beside this one.
type servers struct {
	ours, limit, peer *load.Target
	debug             string
	stop              []func()
}

// start starts the three over one database; without PostGraphile's folder installed there are two.
func start(ctx context.Context, databaseURL, token, peerDir string) (*servers, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	s := &servers{}
	ports, err := freePorts(4)
	if err != nil {
		return nil, err
	}
	address := func(i int) string { return "127.0.0.1:" + strconv.Itoa(ports[i]) }
	s.debug = "http://" + address(3)
	pid, err := s.process(ctx, nil, self, "serve", databaseURL, "--addr", address(0), "--debug", address(3))
	if err != nil {
		return s, err
	}
	s.ours = load.New("LTC", "http://"+address(0)+"/graphql", http.Header{"Authorization": {"Bearer " + token}}, pid)
	if pid, err = s.process(ctx, nil, self, "limit", databaseURL, "--addr", address(1)); err != nil {
		return s, err
	}
	s.limit = load.New("limit", "http://"+address(1)+"/", nil, pid)
	waits := []string{address(0), address(1)}
	if node := filepath.Join(peerDir, "node_modules", "node", "bin", "node"); there(node) {
		env := []string{"BENCH_DATABASE_URL=" + databaseURL, "BENCH_PORT=" + strconv.Itoa(ports[2]), "NODE_ENV=production"}
		if pid, err = s.process(ctx, append(os.Environ(), env...), node, "--chdir", peerDir); err != nil {
			return s, err
		}
		s.peer = load.New("PostGraphile", "http://"+address(2)+"/graphql", nil, pid)
		waits = append(waits, address(2))
	}
	for _, a := range waits {
		if err := await(ctx, a); err != nil {
			return s, err
		}
	}
	return s, nil
}

func there(path string) bool { _, err := os.Stat(path); return err == nil }

// process starts a program that ends with this one. "--chdir DIR" runs PostGraphile in its folder.
func (s *servers) process(ctx context.Context, env []string, program string, args ...string) (int, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	if args[0] == "--chdir" {
		dir, err := filepath.Abs(args[1])
		if err != nil {
			return 0, err
		}
		if program, err = filepath.Abs(program); err != nil {
			return 0, err
		}
		cmd = exec.CommandContext(ctx, program, "node_modules/postgraphile/dist/cli-run.js")
		cmd.Dir = dir
	}
	cmd.Env, cmd.Stderr = env, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	s.stop = append(s.stop, func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	return cmd.Process.Pid, nil
}

// close ends the processes.
func (s *servers) close() {
	for _, f := range s.stop {
		f()
	}
}

// objects is how many LTC has allocated since its start.
func (s *servers) objects(ctx context.Context) (float64, error) {
	text, err := s.get(ctx, "/allocs")
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(string(text), 64)
}

func (s *servers) get(ctx context.Context, path string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.debug+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	return io.ReadAll(resp.Body)
}

func await(ctx context.Context, address string) error {
	var err error
	for range 300 {
		var c net.Conn
		if c, err = (&net.Dialer{}).DialContext(ctx, "tcp", address); err == nil {
			return c.Close()
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("nobody answers at %s: %w", address, err)
}

func freePorts(n int) ([]int, error) {
	var out []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer func() { _ = l.Close() }()
		out = append(out, l.Addr().(*net.TCPAddr).Port)
	}
	return out, nil
}
