package finance

import (
	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ent/db/creditnote"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// standing are the invoices that use up what may be billed: drafts too, but not what was discarded or taken back.
func standing() predicate.Invoice {
	return invoice.And(invoice.StageCategoryNEQ(stage.Discarded), invoice.Not(invoice.HasCreditNotesWith(issued())))
}

// owed are the invoices that went out, whether they are settled or not.
func owed() predicate.Invoice { return invoice.StageCategoryIn(stage.Posted, stage.Closed) }

// issued are the credit notes that went out.
func issued() predicate.CreditNote { return creditnote.StageCategoryIn(stage.Posted, stage.Refunded) }

// IssuedSQL is that as a condition on a credit note's column, which is SQL.
func IssuedSQL(stageCategory string) string {
	return stageCategory + " IN ('" + string(stage.Posted) + "', '" + string(stage.Refunded) + "')"
}

// unreversed are the allocations that settle something: neither reversals nor what they took back.
func unreversed() predicate.Allocation {
	return allocation.And(allocation.ReversesIDIsNil(), allocation.Not(allocation.HasReversal()))
}

// MoneyMoved tells of a change that an invoice was settled or is owed again, was taken back, or that an instalment
// was waived: what earlier departments wait for.
func MoneyMoved(c *db.Change) bool {
	if c.Kind != change.KindMoved {
		return false
	}
	switch c.SubjectKind {
	case id.Invoice:
		return c.ToCategory == stage.Closed || c.FromCategory == stage.Closed
	case id.CreditNote:
		return c.ToCategory == stage.Posted
	case id.PaymentPlanItem:
		return c.ToCategory == stage.Waived
	}
	return false
}
