package load

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ticks is how many the kernel counts in a second, on every Linux that there is.
const ticks = 100

type used struct {
	server, db, objects float64
	rss                 int64
}

// usage is what the server and the database's processes have spent so far, those that have ended among them.
func (t *Target) usage(ctx context.Context, postmaster int) (used, error) {
	var u used
	var err error
	if u.objects, err = t.Objects(ctx); err != nil {
		return u, err
	}
	s, err := stat(t.PID)
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

// Objects is how many objects the server has allocated since its start; 0 where it does not tell.
func (t *Target) Objects(ctx context.Context) (float64, error) {
	if t.Debug == "" {
		return 0, nil
	}
	text, err := Look(ctx, t.Debug+"/allocs")
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(string(text), 64)
}

// Look asks a server about itself.
func Look(ctx context.Context, url string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
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

// RSS is the memory that a process holds.
func RSS(pid int) (int64, error) {
	p, err := stat(pid)
	return p.rss, err
}
