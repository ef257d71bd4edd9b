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

// Receivables is what is owed today, by age: one statement for invoices, one for payments.
func Receivables(ctx context.Context, st *store.Store) (*ReceivablesSummary, error) {
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
	if err := s.owed(ctx, st); err != nil {
		return nil, err
	}
	return s, s.credit(ctx, st)
}

// owed adds up what invoices still ask for by their due dates, of which there are few.
func (s *ReceivablesSummary) owed(ctx context.Context, st *store.Store) error {
	d := sql.Dialect(st.Dialect())
	t := d.Table(invoice.Table)
	q := d.Select(t.C(invoice.FieldDueOn)).AppendSelectExprAs(sql.Raw(OutstandingSQL), "minor").From(t).
		Where(sql.In(t.C(invoice.FieldStageCategory), string(stage.Posted), string(stage.Closed)))
	access.Rows(call.From(ctx).Viewer, id.Invoice)(q)
	o := q.As("owed")
	query, args := d.Select(o.C("due_on"), sql.Sum(o.C("minor"))).From(o).GroupBy(o.C("due_on")).Query()
	found, err := st.SQL().QueryContext(ctx, query, args...)
	if err != nil {
		return store.Translate(err)
	}
	defer func() { _ = found.Close() }()
	for found.Next() {
		var due worktime.Date
		var minor int64
		if err := found.Scan(&due, &minor); err != nil {
			return store.Translate(err)
		}
		s.Total.Minor += minor
		s.bucket(due).Minor += minor
	}
	return store.Translate(found.Err())
}

// OutstandingSQL is what an invoice still asks for, in minor units, in a query of the table invoices.
const OutstandingSQL = "invoices.gross_minor" +
	" - COALESCE((SELECT SUM(a.amount_minor) FROM " + allocation.Table + " a WHERE a.invoice_id = invoices.id), 0)" +
	" - COALESCE((SELECT SUM(n.gross_minor) FROM " + creditnote.Table + " n WHERE n.invoice_id = invoices.id" +
	" AND n.stage_category IN ('posted', 'refunded')), 0)"

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

// credit adds up what payments do not settle yet.
func (s *ReceivablesSummary) credit(ctx context.Context, st *store.Store) error {
	d := sql.Dialect(st.Dialect())
	t := d.Table(payment.Table)
	q := d.Select().AppendSelectExpr(sql.Raw("COALESCE(SUM(payments.amount_minor - COALESCE((SELECT SUM(a.amount_minor) FROM " +
		allocation.Table + " a WHERE a.payment_id = payments.id), 0)), 0)")).From(t).
		Where(sql.NEQ(t.C(payment.FieldStageCategory), string(stage.Reversed)))
	access.Rows(call.From(ctx).Viewer, id.Payment)(q)
	query, args := q.Query()
	err := st.SQL().QueryRowContext(ctx, query, args...).Scan(&s.Credit.Minor)
	return store.Translate(err)
}
