package main

import (
	"context"
	"errors"
	"fmt"
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
	debug             string // where LTC tells of itself
	stop              []func()
}

// start starts the three over one database; without PostGraphile's folder installed there are two.
func start(ctx context.Context, databaseURL, token, peerDir string) (*servers, error) {
	s := &servers{}
	err := s.serve(ctx, databaseURL, token)
	if err != nil {
		return s, err
	}
	if s.limit, err = s.self(ctx, "limit", "limit", databaseURL); err != nil {
		return s, err
	}
	node := filepath.Join(peerDir, "node_modules", "node", "bin", "node")
	if !there(node) {
		return s, nil
	}
	ports, err := freePorts(1)
	if err != nil {
		return s, err
	}
	env := []string{"BENCH_DATABASE_URL=" + databaseURL, "BENCH_PORT=" + strconv.Itoa(ports[0]), "NODE_ENV=production"}
	pid, err := s.process(ctx, append(os.Environ(), env...), node, "--chdir", peerDir)
	if err != nil {
		return s, err
	}
	s.peer = load.New("PostGraphile", "http://"+local(ports[0])+"/graphql", nil, pid)
	return s, await(ctx, local(ports[0]))
}

// serve starts LTC.
func (s *servers) serve(ctx context.Context, databaseURL, token string, flags ...string) (err error) {
	if s.ours, err = s.self(ctx, "LTC", "serve", databaseURL, flags...); err != nil {
		return err
	}
	s.debug = s.ours.Debug
	s.ours.URL += "graphql"
	s.ours.Header = http.Header{"Authorization": {"Bearer " + token}}
	return nil
}

// self starts this program again as one of its servers, and waits until it answers.
func (s *servers) self(ctx context.Context, name, command, databaseURL string, flags ...string) (*load.Target, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	args := append([]string{command, databaseURL, "--addr", local(ports[0]), "--debug", local(ports[1])}, flags...)
	pid, err := s.process(ctx, nil, self, args...)
	if err != nil {
		return nil, err
	}
	t := load.New(name, "http://"+local(ports[0])+"/", nil, pid)
	t.Debug = "http://" + local(ports[1])
	return t, errors.Join(await(ctx, local(ports[0])), await(ctx, local(ports[1])))
}

func local(port int) string { return "127.0.0.1:" + strconv.Itoa(port) }

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
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} // one that is stopped takes no other
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

// get asks LTC's server about itself.
func (s *servers) get(ctx context.Context, path string) ([]byte, error) {
	return load.Look(ctx, s.debug+path)
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
