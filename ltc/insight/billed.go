package insight

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// billedAt is when the instalments among the subjects were billed: from then on the deal waits as an invoice. An
// invoice that was discarded billed nothing.
func billedAt(ctx context.Context, st *store.Store, subjects []string) (map[string]time.Time, error) {
	var items []string
	for _, s := range subjects {
		if kind, _ := id.KindOf(s); kind == id.PaymentPlanItem {
			items = append(items, s)
		}
	}
	at := map[string]time.Time{}
	if len(items) == 0 {
		return at, nil
	}
	lines, err := st.Reader().InvoiceLine.Query().Where(
		invoiceline.PlanItemIDIn(items...), invoiceline.HasInvoiceWith(invoice.StageCategoryNEQ(stage.Discarded)),
		access.Rows(call.From(ctx).Viewer, id.InvoiceLine),
	).WithInvoice(func(q *db.InvoiceQuery) { q.Select(invoice.FieldCreatedAt) }).All(ctx)
	for _, l := range lines {
		if made := l.Edges.Invoice.CreatedAt; at[*l.PlanItemID].IsZero() || made.Before(at[*l.PlanItemID]) {
			at[*l.PlanItemID] = made
		}
	}
	return at, store.Translate(err)
}

// bill ends the stay of an instalment that was billed.
func (s *JourneyStep) bill(at time.Time) {
	if s.Category != stage.Triggered || s.LeftAt != nil || at.IsZero() {
		return
	}
	s.LeftAt = &at
	if s.WorkedAt == nil || s.WorkedAt.After(at) {
		s.WorkedAt = &at
	}
}
