package postgres

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
)

// guard runs the server, again whenever it ends, and waits for the end of its own input, which comes when the process
// that started it is gone: a test binary has no last act of its own in which it could stop a server.
const guard = `
server=$1; dir=$2; shift 2
trap '' INT HUP TERM
( while [ ! -e "$dir/ended" ]; do
	"$server" -D "$dir/data" "$@" >>"$dir/log" 2>&1 </dev/null
	sleep 0.1
done ) &
cat >/dev/null
touch "$dir/ended"
while kill -0 $! 2>/dev/null; do
	kill -QUIT "$(head -n 1 "$dir/data/postmaster.pid" 2>/dev/null)" 2>/dev/null
	sleep 0.1
done
rm -rf "$dir"
`

// account answers whom the server runs as: nil is the caller; PostgreSQL refuses root, who becomes "postgres".
func account() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, errMissing
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}

// cluster makes an empty cluster and answers its folder: text is UTF-8 and sorts by code point, as in SQLite.
func cluster(ctx context.Context, bin string, who *syscall.Credential) (string, error) {
	within := os.TempDir()
	if who != nil {
		within = "/tmp" // root's own TMPDIR may be closed to others
	}
	dir, err := os.MkdirTemp(within, "ltc-postgres-")
	if err != nil {
		return "", err
	}
	if who != nil {
		if err := os.Chown(dir, int(who.Uid), int(who.Gid)); err != nil {
			return "", err
		}
	}
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "--pgdata", filepath.Join(dir, "data"),
		"--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
	initdb.Dir = dir
	initdb.SysProcAttr = &syscall.SysProcAttr{Credential: who}
	if out, err := initdb.CombinedOutput(); err != nil {
		_ = os.RemoveAll(dir)
		return "", fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return dir, nil
}

// guarded starts the server under its guard and answers how to stop both.
func guarded(server, dir string, port int, who *syscall.Credential, settings []string) (stop func(), err error) {
	args := []string{
		"-c", guard, "sh", server, dir, "-p", strconv.Itoa(port), "-h", "127.0.0.1", "-k", "", "-N", strconv.Itoa(maxConnections),
		"-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "timezone=UTC",
		"-c", "shared_buffers=128MB", "-c", "autovacuum_naptime=10min", "-c", "max_wal_size=4GB",
	}
	for _, s := range settings {
		args = append(args, "-c", s) // the last one counts
	}
	cmd := exec.Command("sh", args...)
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: who, Setpgid: true} // Ctrl-C is for the tests, not for the server
	life, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	lifelines.Store(life, struct{}{})
	return func() {
		lifelines.Delete(life)
		_ = life.Close()
		_ = cmd.Wait()
	}, nil
}

// lifelines holds the guards' inputs open until the process ends: a collected file is a closed file, and would stop a
// server that is in use.
var lifelines sync.Map
