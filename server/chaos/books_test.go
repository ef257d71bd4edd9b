package chaos

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/store"
)

// audit looks at the database itself: every job that was acknowledged is there once, nothing else is, money adds up,
// the invoices' numbers have no gap, and the follower heard each change once and in order.
func audit(t *testing.T, w *work, f *follower) {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), w.c.url))(t)
	defer func() { _ = st.Close() }()
	want := map[string][]string{}
	for _, j := range w.done {
		want[j.field] = append(want[j.field], j.id)
	}
	r := st.Reader()
	same(t, "leads", want["captureLead"], ltctest.Got(r.Lead.Query().Order(lead.ByID()).IDs(t.Context()))(t))
	same(t, "payments", want["recordPayment"], ltctest.Got(r.Payment.Query().Order(payment.ByID()).IDs(t.Context()))(t))
	same(t, "posted invoices", want["postInvoice"], ltctest.Got(r.Invoice.Query().Where(invoice.NumberNotNil()).Order(invoice.ByID()).IDs(t.Context()))(t))
	gapless(t, st)
	sums(t, st, len(want["recordPayment"]), len(want["postInvoice"]))
	whole(t, st)
	heard(t, st, f)
}

func same(t *testing.T, what string, want, got []string) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: %d acknowledged, %d there", what, len(want), len(got))
	}
	if len(want) == 0 {
		t.Errorf("%s: none was made, so nothing was tried", what)
	}
}

func gapless(t *testing.T, st *store.Store) {
	t.Helper()
	numbers := ltctest.Got(st.Reader().Invoice.Query().Where(invoice.NumberNotNil()).Order(invoice.ByNumber()).
		Select(invoice.FieldNumber).Strings(t.Context()))(t)
	for i, n := range numbers {
		if !strings.HasSuffix(n, fmt.Sprintf("-%06d", i+1)) {
			t.Fatalf("invoice number %d is %s", i+1, n)
		}
	}
}

// sums checks what money came in and what was billed against what was acknowledged.
func sums(t *testing.T, st *store.Store, payments, invoices int) {
	t.Helper()
	var received, billed int64
	ltctest.Must(t, st.SQL().QueryRowContext(t.Context(), "SELECT COALESCE(SUM(amount_minor), 0) FROM payments").Scan(&received))
	ltctest.Must(t, st.SQL().QueryRowContext(t.Context(), "SELECT COALESCE(SUM(gross_minor), 0) FROM invoices WHERE number IS NOT NULL").Scan(&billed))
	if received != int64(payments*perDraft) || billed != int64(invoices*perDraft) {
		t.Errorf("received %d of %d payments, billed %d of %d invoices", received, payments, billed, invoices)
	}
}

// whole asks SQLite whether its file is sound.
func whole(t *testing.T, st *store.Store) {
	t.Helper()
	if st.Postgres() {
		return
	}
	var verdict string
	ltctest.Must(t, st.SQL().QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict))
	var broken sql.NullString
	err := st.SQL().QueryRowContext(t.Context(), "PRAGMA foreign_key_check").Scan(&broken, new(any), new(any), new(any))
	if verdict != "ok" || !store.Missing(err) {
		t.Errorf("integrity: %s; foreign keys: %v, %v", verdict, broken, err)
	}
}

// heard compares the follower's changes with the log.
func heard(t *testing.T, st *store.Store, f *follower) {
	t.Helper()
	if f == nil {
		return
	}
	var want []string
	for _, c := range ltctest.Got(st.Reader().Change.Query().Order(change.ByXid(), change.ByID()).All(t.Context()))(t) {
		want = append(want, heardChange{SubjectID: c.SubjectID, SubjectVersion: c.SubjectVersion, Kind: strings.ToUpper(string(c.Kind))}.String())
	}
	want = want[slices.Index(want, f.since)+1:]
	f.until(t, len(want))
	f.mu.Lock()
	defer f.mu.Unlock()
	if slices.Equal(f.heard, want) {
		return
	}
	for i, h := range f.heard {
		if i >= len(want) || h != want[i] {
			t.Errorf("change %d of %d was heard as %q", i+1, len(want), h)
			return
		}
	}
	t.Errorf("heard %d of %d changes", len(f.heard), len(want))
}
