// Package bench measures what people wait for. Its figures are ratios side by side in one run; it never fails for
// being slow, only for being wrong.
package bench

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// posters is how many people post at the same time.
const posters = 64

// BenchmarkPosters lets 64 people draft and post invoices at once, each on a deal of their own, and then looks at the
// numbers: no gap, no repeat (R37). For half a minute: go test -bench Posters -benchtime 30s ./bench
func BenchmarkPosters(b *testing.B) {
	for name, open := range map[string]func(testing.TB) string{"sqlite": ltctest.SQLite, "postgres": ltctest.Postgres} {
		b.Run(name, func(b *testing.B) {
			w := ltctest.New(b, open(b))
			var orders [posters]*db.Order
			for i := range orders {
				orders[i] = accepted(b, w, fmt.Sprintf("客户 %d", i))
			}
			var next, posted atomic.Int64
			b.SetParallelism(posters / 2) // times two processors
			b.ResetTimer()
			b.RunParallel(func(p *testing.PB) {
				o := orders[next.Add(1)%posters]
				for p.Next() {
					if err := bill(w, o); err != nil {
						b.Error(err)
						return
					}
					posted.Add(1)
				}
			})
			b.StopTimer()
			gapless(b, w, posted.Load())
		})
	}
}

// accepted is an order over a million pieces that the customer has accepted.
func accepted(b *testing.B, w *ltctest.World, customer string) *db.Order {
	b.Helper()
	account := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{Name: customer}))(b)
	opportunity := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: customer, AccountID: &account}))(b)
	what, price := "螺栓", money.Price(1_130_000)
	contract := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
		OpportunityID: opportunity, Lines: []finance.LineInput{{Description: &what, Quantity: 1_000_000 * 1_000_000, UnitPrice: &price}},
	}))(b)
	ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: contract, ExpectedVersion: flow.Newest}))(b)
	ltctest.Got(legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: contract, ExpectedVersion: flow.Newest, SignedByUs: "甲", SignedByCustomer: "乙",
	}))(b)
	id := ltctest.Got(w.Reader().Order.Query().Where(order.ContractID(contract)).OnlyID(b.Context()))(b)
	do := w.As(stage.Delivery)
	ltctest.Got(delivery.ConfirmOrder(do, w.Store, delivery.ConfirmOrderInput{ID: id, ExpectedVersion: flow.Newest}))(b)
	shipment := ltctest.Got(delivery.PlanShipment(do, w.Store, delivery.PlanShipmentInput{OrderID: id, ExpectedVersion: flow.Newest}))(b)
	ltctest.Got(delivery.Ship(do, w.Store, delivery.ShipInput{ID: shipment, ExpectedVersion: flow.Newest}))(b)
	ltctest.Got(delivery.ConfirmDelivered(do, w.Store, delivery.ConfirmDeliveredInput{ID: shipment, ExpectedVersion: flow.Newest}))(b)
	ltctest.Got(delivery.RecordAcceptance(do, w.Store, delivery.RecordAcceptanceInput{OrderID: id, ExpectedVersion: flow.Newest}))(b)
	return ltctest.Got(w.Reader().Order.Query().Where(order.ID(id)).WithLines().Only(b.Context()))(b)
}

// bill drafts an invoice over one piece and posts it.
func bill(w *ltctest.World, o *db.Order) error {
	newest := flow.Newest
	draft, err := finance.DraftInvoice(w.As(stage.Finance), w.Store, finance.DraftInvoiceInput{
		OrderID: &o.ID, ExpectedVersion: &newest,
		Lines: []finance.InvoiceLineInput{{OrderLineID: o.Edges.Lines[0].ID, Quantity: 1_000_000}},
	})
	if err != nil {
		return err
	}
	_, err = finance.PostInvoice(w.As(stage.Finance), w.Store, finance.PostInvoiceInput{ID: draft, ExpectedVersion: flow.Newest})
	return err
}

// gapless checks that the numbers run from 1 to as many as were posted.
func gapless(b *testing.B, w *ltctest.World, posted int64) {
	b.Helper()
	numbers := ltctest.Got(w.Reader().Invoice.Query().Where(invoice.NumberNotNil()).Order(invoice.ByNumber()).
		Select(invoice.FieldNumber).Strings(b.Context()))(b)
	if int64(len(numbers)) != posted {
		b.Errorf("%d numbers for %d invoices", len(numbers), posted)
	}
	for i, number := range numbers {
		if want := fmt.Sprintf("INV-2026-%06d", i+1); number != want {
			b.Fatalf("number %d is %s, want %s", i+1, number, want)
		}
	}
	b.ReportMetric(float64(posted), "posted")
}
