package read

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/payment"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// PaymentPlanItemFilter says which instalments; all given conditions hold.
type PaymentPlanItemFilter struct {
	Categories []stage.Category
	Account    *string
	Contract   *string
	Billable   *bool
}

func (in *PaymentPlanItemFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.PaymentPlanItem)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, paymentplanitem.FieldAccountID, in.Account)
	is(&f, paymentplanitem.FieldContractID, in.Contract)
	f.either(in.Billable, "invoiced", billable)
	return f
}

// billable: triggered, and on no invoice that stands.
func billable(s *sql.Selector) *sql.Predicate {
	l, i, n := sql.Table(invoiceline.Table).As("l"), sql.Table(invoice.Table).As("i"), sql.Table(creditnote.Table).As("n")
	return sql.And(
		sql.EQ(s.C(paymentplanitem.FieldStageCategory), string(stage.Triggered)),
		sql.NotExists(sql.Select().From(l).Join(i).On(l.C(invoiceline.FieldInvoiceID), i.C(invoice.FieldID)).Where(sql.And(
			sql.ColumnsEQ(l.C(invoiceline.FieldPlanItemID), s.C(paymentplanitem.FieldID)),
			sql.NEQ(i.C(invoice.FieldStageCategory), string(stage.Discarded)),
			sql.NotExists(sql.Select().From(n).Where(sql.And(
				sql.ColumnsEQ(n.C(creditnote.FieldInvoiceID), i.C(invoice.FieldID)),
				sql.In(n.C(creditnote.FieldStageCategory), string(stage.Posted), string(stage.Refunded)),
			))),
		))),
	)
}

// PlanItems are instalments of billing schedules, newest first unless sorted otherwise.
func PlanItems(ctx context.Context, st *store.Store, in *PaymentPlanItemFilter, by *Sort, p Page) (*PaymentPlanItemConnection, error) {
	return page[*db.PaymentPlanItem](ctx, st, listOf(ctx, id.PaymentPlanItem, by, in.conditions(ctx)), p)
}

// InvoiceFilter says which invoices; all given conditions hold.
type InvoiceFilter struct {
	Categories []stage.Category
	Account    *string
	Contract   *string
	Order      *string
	Owner      *string
	Text       *string
}

func (in *InvoiceFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Invoice)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, invoice.FieldAccountID, in.Account)
	is(&f, invoice.FieldContractID, in.Contract)
	is(&f, invoice.FieldOrderID, in.Order)
	is(&f, invoice.FieldOwnerID, in.Owner)
	f.holds(in.Text, invoice.FieldNumber, invoice.FieldDraftNumber)
	return f
}

// Invoices are invoices, newest first unless sorted otherwise.
func Invoices(ctx context.Context, st *store.Store, in *InvoiceFilter, by *Sort, p Page) (*InvoiceConnection, error) {
	return page[*db.Invoice](ctx, st, listOf(ctx, id.Invoice, by, in.conditions(ctx)), p)
}

// PaymentFilter says which payments; all given conditions hold.
type PaymentFilter struct {
	Categories  []stage.Category
	Account     *string
	Method      *payment.Method
	Unallocated *bool
	Text        *string
}

func (in *PaymentFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Payment)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, payment.FieldAccountID, in.Account)
	is(&f, payment.FieldMethod, in.Method)
	f.either(in.Unallocated, "unallocated", unallocated)
	f.holds(in.Text, payment.FieldNumber, payment.FieldPayer, payment.FieldBankReference)
	return f
}

// unallocated: more came than settles invoices.
func unallocated(s *sql.Selector) *sql.Predicate {
	a := sql.Table(allocation.Table).As("a")
	settled := sql.Select().AppendSelectExpr(sql.Raw("COALESCE(SUM(a.amount_minor), 0)")).From(a).
		Where(sql.ColumnsEQ(a.C(allocation.FieldPaymentID), s.C(payment.FieldID)))
	return sql.And(
		sql.NEQ(s.C(payment.FieldStageCategory), string(stage.Reversed)),
		sql.GT(s.C(payment.FieldAmountMinor), settled),
	)
}

// Payments are payments, newest first unless sorted otherwise.
func Payments(ctx context.Context, st *store.Store, in *PaymentFilter, by *Sort, p Page) (*PaymentConnection, error) {
	return page[*db.Payment](ctx, st, listOf(ctx, id.Payment, by, in.conditions(ctx)), p)
}

// posted keeps what went out and is not settled; a closed one owes nothing. Of one account, which has few, it is no
// condition for an index: SQLite would read all that is posted in the order of the due dates.
func (f *filter) posted(account *string) {
	if account == nil {
		f.inCategories([]stage.Category{stage.Posted})
		return
	}
	if f.takes(access.Field(invoice.FieldStageCategory)) {
		f.where = append(f.where, func(s *sql.Selector) {
			column := s.C(invoice.FieldStageCategory)
			s.Where(sql.P(func(b *sql.Builder) {
				b.WriteString("COALESCE(").Ident(column).WriteString(", '') = ").Arg(string(stage.Posted))
			}))
		})
	}
}

// Receivables are who owes what since when: posted invoices with something outstanding, the oldest due date first.
func Receivables(ctx context.Context, st *store.Store, account *string, overdue *bool, p Page) (*InvoiceConnection, error) {
	today, err := today(ctx, st)
	if err != nil {
		return nil, err
	}
	f := filterOf(ctx, id.Invoice)
	f.sees("outstanding") // which the list itself tells
	f.posted(account)
	is(&f, invoice.FieldAccountID, account)
	f.either(overdue, "dueOn", func(s *sql.Selector) *sql.Predicate { return sql.LT(s.C(invoice.FieldDueOn), today) })
	f.where = append(f.where, sql.FieldNotNull(invoice.FieldDueOn), func(s *sql.Selector) {
		owed := s.C(invoice.FieldGrossMinor) + " > " + finance.PaidSQL(s.C(invoice.FieldID)) + " + " + finance.CreditedSQL(s.C(invoice.FieldID))
		s.Where(sql.ExprP(owed))
	})
	return page[*db.Invoice](ctx, st, listOf(ctx, id.Invoice, &Sort{ByDueOn, Ascending}, f), p)
}
