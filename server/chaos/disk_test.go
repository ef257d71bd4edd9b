package chaos

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
)

// diskSize is that of the small disk, in bytes: a company fits, and not much else.
const diskSize = 48 << 20

// smallDisk is a file system of its own, which can be filled.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := ltctest.Got(os.MkdirTemp("/tmp", "ltc-disk-"))(t) // the database's own user has to get there
	t.Cleanup(func() { _ = os.Remove(dir) })
	ltctest.Must(t, os.Chmod(dir, 0o755))
	err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d,mode=0777", diskSize))
	if errors.Is(err, syscall.EPERM) {
		t.Skip("only root may mount a small disk")
	}
	ltctest.Must(t, err)
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// fill leaves no byte on the disk; remove the file that it answers, and there is room again.
func fill(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "ballast")
	f := ltctest.Got(os.Create(path))(t)
	defer func() { _ = f.Close() }()
	for _, size := range []int{1 << 20, 4 << 10} {
		for block := make([]byte, size); ; {
			if _, err := f.Write(block); err != nil {
				if !errors.Is(err, syscall.ENOSPC) {
					t.Fatal(err)
				}
				break
			}
		}
	}
	return path
}

func TestAFullDiskStopsWritesOnly(t *testing.T) {
	for name, on := range map[string]func(*testing.T, string) string{
		"sqlite": func(_ *testing.T, dir string) string { return "sqlite:" + filepath.Join(dir, "ltc.db") },
		"postgres": func(t *testing.T, dir string) string {
			pg := ltctest.Got(postgres.Start(t.Context()))(t)
			t.Cleanup(pg.Stop)
			return ltctest.Got(pg.CreateIn(t.Context(), "small", filepath.Join(dir, "small")))(t)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallDisk(t)
			url := on(t, dir)
			ltctest.Migrate(t, url)
			c, addr := found(t, url, 0), freeAddr(t)
			start(t, c.url, addr).ready()
			ballast := fill(t, dir)
			partner := newClient(addr, c.token)
			before := untilFull(t, partner)
			a := ltctest.Got(partner.do(t.Context(), "", `{ leads(first: 1) { totalCount } }`, nil))(t)
			if want := fmt.Sprintf(`{"totalCount":%d}`, before); a.code() != "" || string(a.Data["leads"]) != want {
				t.Errorf("a read on a full disk: %+v %s, want %s", a.Errors, a.Data["leads"], want)
			}
			ltctest.Must(t, os.Remove(ballast))
			writesAgain(t, partner)
			start(t, c.url, freeAddr(t)).ready() // what lies on the disk is sound
		})
	}
}

// untilFull writes until it is told that the disk is full, and answers how many leads there are then.
func untilFull(t *testing.T, c *client) int {
	t.Helper()
	for i := range 50_000 {
		a := ltctest.Got(c.do(t.Context(), "", captures, map[string]any{"in": leadOf(i)}))(t)
		switch a.code() {
		case "":
			continue
		case "STORAGE_FULL":
			return i
		}
		t.Fatalf("lead %d: status %d %+v", i, a.Status, a.Errors)
	}
	t.Fatal("the disk never was full")
	return 0
}

func leadOf(i int) map[string]any {
	return map[string]any{
		"name": fmt.Sprintf("联系人 %d", i), "company": fmt.Sprintf("客户 %d", i), "phone": fmt.Sprintf("139%08d", i),
		"need": strings.Repeat("立体仓库 ", 100),
	}
}

func writesAgain(t *testing.T, c *client) {
	t.Helper()
	for began := time.Now(); time.Since(began) < 10*time.Second; time.Sleep(100 * time.Millisecond) {
		a := ltctest.Got(c.do(t.Context(), "", captures, map[string]any{"in": leadOf(99_999_999)}))(t)
		if a.code() == "" {
			return
		}
		if a.code() != "STORAGE_FULL" {
			t.Fatalf("status %d %+v", a.Status, a.Errors)
		}
	}
	t.Error("no write after there is room again")
}
