package store

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"
)

// pool are the writers of a file.
func pool(t *testing.T, path string, places int) *writers {
	t.Helper()
	d, err := sql.Open("sqlite", path+"?_pragma=busy_timeout(50)&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	ws := newWriters(d, &watch{}, places)
	t.Cleanup(func() {
		ws.close()
		_ = d.Close()
	})
	return ws
}

func file(t *testing.T) string {
	t.Helper()
	return "file:" + filepath.Join(t.TempDir(), "writers.db")
}

func TestWritersOfABusyHourDoNotStay(t *testing.T) {
	ws, now := pool(t, "file::memory:", 20), time.Now()
	busy := make([]*writer, 20)
	for i := range busy {
		var err error
		if busy[i], err = ws.begin(t.Context(), now); err != nil {
			t.Fatal(err)
		}
	}
	for _, w := range busy {
		_ = w.rollback()
		ws.put(w, false)
	}
	w, err := ws.begin(t.Context(), now.Add(writerLife))
	if err != nil {
		t.Fatal(err)
	}
	_ = w.rollback()
	ws.put(w, false)
	if open := ws.db.Stats().OpenConnections; open != 1 {
		t.Errorf("%d connections are open, want the one that was needed", open)
	}
}

func TestAWriterHasRoomForTextsOfAnyNumber(t *testing.T) {
	ws := pool(t, file(t), 1)
	w, err := ws.begin(t.Context(), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 * mostPrepared {
		var n int
		if err := (session{w}).QueryRowContext(t.Context(), fmt.Sprintf("SELECT %d", i)).Scan(&n); err != nil || n != i {
			t.Fatalf("text %d answers %d, %v", i, n, err)
		}
	}
	if len(w.stmts) != mostPrepared {
		t.Errorf("%d texts are kept", len(w.stmts))
	}
	_ = w.rollback()
	ws.put(w, false)
}

func TestABusyFileIsWaitedForOnce(t *testing.T) {
	path := file(t)
	ws := pool(t, path, 1)
	warm, err := ws.begin(t.Context(), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	_ = warm.rollback()
	ws.put(warm, false)
	other := pool(t, path, 1)
	held, err := other.begin(t.Context(), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ws.begin(t.Context(), time.Now()); !busy(err) {
		t.Errorf("err = %v", err)
	}
	_ = held.rollback()
	other.put(held, false)
	again, err := ws.begin(t.Context(), time.Now())
	if again != warm || err != nil {
		t.Errorf("another connection was opened to wait once more, %v", err)
	}
	_ = again.rollback()
	ws.put(again, false)
}
