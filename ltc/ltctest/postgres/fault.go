package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Restart ends the server at once, as a crash does, and waits until it answers again.
func (s *Server) Restart(ctx context.Context) error {
	was, err := s.postmaster()
	if err != nil {
		return err
	}
	if err := syscall.Kill(was, syscall.SIGQUIT); err != nil {
		return fmt.Errorf("end the server: %w", err)
	}
	for deadline := time.Now().Add(startTimeout); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if now, err := s.postmaster(); err == nil && now != was {
			return s.await(ctx)
		}
	}
	return errors.New("the server was not started again")
}

// postmaster is the process that is the server.
func (s *Server) postmaster() (int, error) {
	b, err := os.ReadFile(filepath.Join(s.dir, "data", "postmaster.pid"))
	if err != nil {
		return 0, err
	}
	first, _, _ := strings.Cut(string(b), "\n")
	return strconv.Atoi(first)
}

// CreateIn makes an empty database whose tables and indexes lie in a folder of its own; what the server itself writes,
// its log above all, does not.
func (s *Server) CreateIn(ctx context.Context, database, dir string) (url string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	who, err := account()
	if err != nil {
		return "", err
	}
	if who != nil {
		if err := os.Chown(dir, int(who.Uid), int(who.Gid)); err != nil {
			return "", err
		}
	}
	db, err := sql.Open("postgres", s.URL("postgres"))
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, statement := range []string{
		"CREATE TABLESPACE " + database + " LOCATION '" + dir + "'", "CREATE DATABASE " + database + " TABLESPACE " + database,
	} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return "", err
		}
	}
	return s.URL(database), nil
}
