// Package postgres starts a throw-away PostgreSQL server: for the tests, for `make test` and for writing migrations.
// It listens on a free port of the loopback address, forgets safety for speed, and ends with the process that asked.
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	_ "github.com/lib/pq" // the driver named "postgres"
)

// maxConnections is enough for the test processes that run side by side, each with the pools of several servers.
const maxConnections = 300

// startTimeout is how long a fresh server may take until it answers, on a machine that is busy compiling.
const startTimeout = 60 * time.Second

// Server is a running throw-away server.
type Server struct {
	port int
	dir  string
	stop func()
}

// Start makes an empty cluster in a temporary folder and waits until it answers. It is stopped, and its folder removed,
// by Stop or when this process ends, however it ends. Settings ("synchronous_commit=on") come before its own.
func Start(ctx context.Context, settings ...string) (*Server, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	who, err := account()
	if err != nil {
		return nil, err
	}
	dir, err := cluster(ctx, bin, who)
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	stop, err := guarded(filepath.Join(bin, "postgres"), dir, port, who, settings)
	if err != nil {
		return nil, err
	}
	s := &Server{port: port, dir: dir, stop: stop}
	if err := s.await(ctx); err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		s.Stop()
		return nil, fmt.Errorf("PostgreSQL did not start: %w\n%s", err, log)
	}
	return s, nil
}

// URL answers the address of one of the server's databases; "postgres" is there from the start.
func (s *Server) URL(database string) string {
	return "postgres://postgres@127.0.0.1:" + strconv.Itoa(s.port) + "/" + database + "?sslmode=disable"
}

// Stop ends the server at once and waits until its folder is gone.
func (s *Server) Stop() { s.stop() }

func (s *Server) await(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	db, err := sql.Open("postgres", s.URL("postgres"))
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	for {
		err := db.PingContext(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	port := l.Addr().(*net.TCPAddr).Port
	return port, l.Close()
}
