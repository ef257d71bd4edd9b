package audit_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestAnEntryIsWrittenHoweverLongWhatItTells(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		c := call.From(w.As(stage.Sales))
		c.Address, c.UserAgent = strings.Repeat("地", 200), strings.Repeat("浏览器", 300)
		ctx := call.With(t.Context(), c)
		ltctest.Must(t, audit.Write(ctx, w.Store, audit.Event{Action: audit.Exported, Subject: strings.Repeat("客户", 400)}))
		e := ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Action("exported")).Only(ctx))(t)
		for _, text := range []string{e.Subject, e.Address, e.UserAgent} {
			if text == "" || !utf8.ValidString(text) {
				t.Errorf("kept %q", text)
			}
		}
		if e.Actor != c.Viewer.Principal || !e.At.Equal(w.Now()) || e.CorrelationID != c.Correlation {
			t.Errorf("entry = %+v", e)
		}
	})
}

func TestAnEntryIsTheAdministratorsWhoLooksThroughAnothersEyes(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		c := call.From(w.As(stage.Sales))
		c.Viewer.SeenBy = "usr_administrator"
		ltctest.Must(t, audit.Write(call.With(t.Context(), c), w.Store, audit.Event{Action: audit.Refused, Subject: "captureLead"}))
		if e := ltctest.Got(w.Reader().AuditEntry.Query().Only(t.Context()))(t); e.Actor != "usr_administrator" {
			t.Errorf("by %s", e.Actor)
		}
	})
}

func TestTheAuditIsAppendOnly(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ltctest.Must(t, audit.Write(w.As(stage.Sales), w.Store, audit.Event{Action: audit.SignedIn, Subject: "a@example.com"}))
		for _, statement := range []string{"UPDATE audit_entries SET subject = 'b'", "DELETE FROM audit_entries"} {
			err := w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.SQL.ExecContext(ctx, statement)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", statement)
			}
		}
		if n := ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Subject("a@example.com")).Count(t.Context()))(t); n != 1 {
			t.Errorf("%d entries are left", n)
		}
	})
}

func TestOnlyARefusalForWantOfRightsIsOne(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx := w.As(stage.Sales)
		for _, err := range []error{
			nil, errors.New("broken"), fault.Invalid("input.email", nil), fault.New(fault.CodeForbidden, "access.verb"),
		} {
			if got := audit.Refusal(ctx, w.Store, "postInvoice", err); !errors.Is(got, err) {
				t.Errorf("%v became %v", err, got)
			}
		}
		if n := ltctest.Got(w.Reader().AuditEntry.Query().Where(auditentry.Subject("postInvoice")).Count(ctx))(t); n != 1 {
			t.Errorf("%d refusals are written down, want 1", n)
		}
	})
}
