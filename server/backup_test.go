package main

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestABackupIsRestoredAndOldCursorsExpire(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, from string) {
		w := ltctest.New(t, from)
		phone := "13800138000"
		lead := ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, marketing.CaptureLeadInput{
			Name: "王雪", Company: "苏州博远", Phone: &phone,
		}))(t)
		file := filepath.Join(t.TempDir(), "ltc.backup")
		ltctest.Must(t, backupCommand{File: file}.Run(t.Context(), &cli{DatabaseURL: from}))

		to := "sqlite:" + filepath.Join(t.TempDir(), "restored.db")
		if strings.HasPrefix(from, "postgres") {
			to = ltctest.EmptyPostgres(t)
		}
		log := slog.New(slog.DiscardHandler)
		ltctest.Must(t, restoreCommand{File: file}.Run(t.Context(), &cli{DatabaseURL: to}, log))
		if err := (restoreCommand{File: file}).Run(t.Context(), &cli{DatabaseURL: to}, log); err == nil {
			t.Error("a backup was restored over a database that is in use")
		}

		st := ltctest.Got(store.Open(t.Context(), to))(t)
		defer func() { _ = st.Close() }()
		if _, err := st.Reader().Lead.Get(t.Context(), lead); err != nil {
			t.Errorf("the lead is not there: %v", err)
		}
		if err := resume(t, st, flow.Cursor{Epoch: 1}); fault.CodeOf(err) != fault.CodeCursorExpired {
			t.Errorf("a cursor of before: %v, want CURSOR_EXPIRED", err)
		}
	})
}

// resume follows the log from a cursor until the first change or refusal.
func resume(t *testing.T, st *store.Store, from flow.Cursor) error {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	feed := flow.NewFeed(st, slog.New(slog.DiscardHandler))
	ended := make(chan error)
	go func() { ended <- feed.Run(ctx) }()
	defer func() { stop(); ltctest.Must(t, <-ended) }()
	l, err := feed.Listen(ctx, &from, nil)
	if err != nil {
		return err
	}
	defer l.Close()
	_, err = l.Next(ctx)
	return err
}
