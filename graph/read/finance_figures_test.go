package read

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Whoever gives up while the company is read hears so, by both ways in which an invoice's figures are made.
func TestWithoutTheCompanysClockNoInvoiceIsOverdue(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx, gone := context.WithCancel(w.As(stage.Finance))
		gone()
		flow.ForgetCompany(w.Store)
		for _, f := range figures[id.Invoice] {
			if f.added == nil {
				continue
			}
			invoice := &db.Invoice{}
			for way, err := range map[string]error{
				"many": f.load(ctx, w.Store, []db.Node{invoice}, Selection{}), "one": f.added.keep(ctx, w.Store, invoice, []int64{0, 0}),
			} {
				if fault.Of(err) == nil {
					t.Errorf("%s: %v", way, err)
				}
			}
			if _, ok := invoice.DerivedValue("overdueDays"); ok {
				t.Error("figures were made")
			}
		}
	})
}
