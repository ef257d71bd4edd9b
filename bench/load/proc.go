package load

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ticks is how many the kernel counts in a second, on every Linux that there is.
const ticks = 100

type used struct {
	server, db float64
	rss        int64
}

// usage is what a server and the database's processes have spent so far, those that have ended among them.
func usage(server, postmaster int) (used, error) {
	var u used
	s, err := stat(server)
	if err != nil {
		return u, err
	}
	u.server, u.rss = s.own, s.rss
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return u, err
	}
	for _, path := range all {
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		p, err := stat(pid)
		switch {
		case err != nil: // it has just ended, and counts with the postmaster's
		case pid == postmaster:
			u.db += p.own + p.children
		case p.parent == postmaster && postmaster != 0:
			u.db += p.own
		}
	}
	return u, nil
}

type process struct {
	parent        int
	own, children float64
	rss           int64
}

// stat reads /proc/<pid>/stat: the fields after the name, which may hold anything.
func stat(pid int) (process, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return process{}, err
	}
	_, rest, _ := strings.Cut(string(text[strings.LastIndexByte(string(text), ')'):]), " ")
	f := strings.Fields(rest)
	if len(f) < 22 {
		return process{}, fmt.Errorf("/proc/%d/stat is short", pid)
	}
	n := func(i int) float64 { v, _ := strconv.ParseFloat(f[i], 64); return v }
	return process{
		parent: int(n(1)), own: (n(11) + n(12)) / ticks, children: (n(13) + n(14)) / ticks, rss: int64(n(21)) * int64(os.Getpagesize()),
	}, nil
}

// Postmaster is the process that the backends of a database on this machine belong to; 0 for one elsewhere.
func Postmaster(ctx context.Context, db *sql.DB) (int, error) {
	var backend int
	if err := db.QueryRowContext(ctx, "SELECT pg_backend_pid()").Scan(&backend); err != nil {
		return 0, err
	}
	p, err := stat(backend)
	if err != nil {
		return 0, nil
	}
	return p.parent, nil
}

// CPU is what a process has spent so far.
func CPU(pid int) (time.Duration, error) {
	p, err := stat(pid)
	return time.Duration(p.own * float64(time.Second)), err
}
