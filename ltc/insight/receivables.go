package insight

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// ReceivablesSummary is what is owed, by age since the due date, as of a date in the company's zone (R46).
type ReceivablesSummary struct {
	Partial       bool // the viewer sees only a part of the invoices or payments
	Total, NotDue money.Amount
	Days1to30     money.Amount
	Days31to60    money.Amount
	Days61to90    money.Amount
	Over90        money.Amount
	Credit        money.Amount // payments that settle no invoice yet
	AsOf          worktime.Date
}

// Receivables is what is owed today, by age, and what payments do not settle yet.
func Receivables(ctx context.Context, st *store.Store) (*ReceivablesSummary, error) {
	return receivables(ctx, st, true)
}

// Ageing is what is owed today, by age.
func Ageing(ctx context.Context, st *store.Store) (*ReceivablesSummary, error) {
	return receivables(ctx, st, false)
}

// receivables come from the summary rows for who sees all invoices, or all payments, and else from the records.
func receivables(ctx context.Context, st *store.Store, credit bool) (*ReceivablesSummary, error) {
	s, err := noReceivables(ctx, st)
	if err != nil {
		return nil, err
	}
	invoices, payments := Whole(ctx, id.Invoice, nil), credit && Whole(ctx, id.Payment, nil)
	var rows owed
	known := false
	if invoices || payments {
		if rows, known, err = owedByRows(ctx, st); err != nil {
			return nil, err
		}
	}
	if !known || !invoices {
		if rows.due, err = dueOf(ctx, st); err != nil {
			return nil, err
		}
	}
	if credit && (!known || !payments) {
		if rows.spare, err = spareOf(ctx, st); err != nil {
			return nil, err
		}
	}
	for due, minor := range rows.due {
		s.Total.Minor += minor
		s.bucket(due).Minor += minor
	}
	if credit {
		s.Credit.Minor = rows.spare
	}
	return s, nil
}

func noReceivables(ctx context.Context, st *store.Store) (*ReceivablesSummary, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, store.Translate(err)
	}
	v := call.From(ctx).Viewer
	s := &ReceivablesSummary{
		Partial: access.Partial(v, id.Invoice) || access.Partial(v, id.Payment), AsOf: co.Calendar.Today(call.Now(ctx)),
	}
	for _, a := range []*money.Amount{&s.Total, &s.NotDue, &s.Days1to30, &s.Days31to60, &s.Days61to90, &s.Over90, &s.Credit} {
		a.Currency = co.Currency
	}
	return s, nil
}

// dueOf adds up what invoices still ask for by their due dates, of which there are few. A closed invoice asks for
// nothing: those that still do are posted, and stay few however many there have been.
func dueOf(ctx context.Context, st *store.Store) (map[worktime.Date]int64, error) {
	d := sql.Dialect(st.Dialect())
	t := d.Table(invoice.Table)
	open := d.Select(t.C(invoice.FieldID), t.C(invoice.FieldDueOn), t.C(invoice.FieldGrossMinor)).From(t).
		Where(sql.EQ(t.C(invoice.FieldStageCategory), string(stage.Posted)))
	access.Listed(call.From(ctx).Viewer, id.Invoice)(open)
	query, args := d.Select("due_on").AppendSelectExpr(sql.Raw("SUM(minor)")).
		FromExpr(sql.Raw(asked)).GroupBy("due_on").Prefix(d.With("open").As(open)).Query()
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	out := map[worktime.Date]int64{}
	for found.Next() {
		var due worktime.Date
		var minor int64
		if err := found.Scan(&due, &minor); err != nil {
			return nil, store.Translate(err)
		}
		out[due] += minor
	}
	return out, store.Translate(found.Err())
}

// asked are what open invoices ask for and, as negative amounts, what was taken off it.
var asked = "(SELECT due_on, gross_minor AS minor FROM open" +
	" UNION ALL SELECT open.due_on, -a.amount_minor FROM open JOIN " + allocation.Table + " a ON a.invoice_id = open.id" +
	" UNION ALL SELECT open.due_on, -n.gross_minor FROM open JOIN " + creditnote.Table + " n ON n.invoice_id = open.id" +
	" AND " + finance.IssuedSQL("n.stage_category") + ") asked"

func (s *ReceivablesSummary) bucket(due worktime.Date) *money.Amount {
	if due.IsZero() {
		return &s.NotDue
	}
	switch late := due.DaysUntil(s.AsOf); {
	case late <= 0:
		return &s.NotDue
	case late <= 30:
		return &s.Days1to30
	case late <= 60:
		return &s.Days31to60
	case late <= 90:
		return &s.Days61to90
	}
	return &s.Over90
}

// spareOf adds up what payments do not settle yet: all that came less all that was allocated of it.
func spareOf(ctx context.Context, st *store.Store) (minor int64, err error) {
	d := sql.Dialect(st.Dialect())
	t := d.Table(payment.Table)
	came := d.Select(t.C(payment.FieldID), t.C(payment.FieldAmountMinor)).From(t).
		Where(sql.NEQ(t.C(payment.FieldStageCategory), string(stage.Reversed)))
	access.Listed(call.From(ctx).Viewer, id.Payment)(came)
	query, args := d.Select().AppendSelectExpr(sql.Raw("COALESCE(SUM(minor), 0)")).
		FromExpr(sql.Raw(unsettled)).Prefix(d.With("came").As(came)).Query()
	err = st.SQL().QueryRowContext(ctx, query, args...).Scan(&minor)
	return minor, store.Translate(err)
}

// unsettled are the payments that came and, as negative amounts, what they settle.
const unsettled = "(SELECT amount_minor AS minor FROM came" +
	" UNION ALL SELECT -a.amount_minor FROM came JOIN " + allocation.Table + " a ON a.payment_id = came.id) unsettled"
