package delivery_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/orderline"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// monday is the company's date when every test begins.
var monday = worktime.NewDate(2026, 3, 2)

func ptr[T any](v T) *T { return &v }

func quantity(t *testing.T, s string) money.Quantity {
	t.Helper()
	return ltctest.Got(money.ParseQuantity(s))(t)
}

func line(t *testing.T, what, howMuch, each string) finance.LineInput {
	t.Helper()
	return finance.LineInput{
		Description: &what, Quantity: quantity(t, howMuch), UnitPrice: ptr(ltctest.Got(money.ParsePrice(each))(t)),
		TaxRate: ptr(ltctest.Got(money.ParseRate("13"))(t)),
	}
}

func term(t *testing.T, by pricing.Trigger, share string) finance.PaymentTermInput {
	t.Helper()
	return finance.PaymentTermInput{Name: string(by), Trigger: by, Percent: ltctest.Got(money.ParseRate(share))(t)}
}

// ordered is the order of a contract that was signed and holds from a day on: 10 stackers and 4 racks; 40 % fall due
// with the delivery, 60 % with the acceptance.
func ordered(t *testing.T, w *ltctest.World, from *worktime.Date) *db.Order {
	t.Helper()
	account := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{
		Name: "苏州恒力装备有限公司", ShippingAddress: ptr("苏州工业园区 1 号"), AllowDuplicate: ptr(true),
	}))(t)
	opp := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "立体仓库", AccountID: &account}))(t)
	ct := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
		OpportunityID: opp, Lines: []finance.LineInput{line(t, "堆垛机", "10", "500"), line(t, "货架", "4", "25.5")},
		PaymentTerms: []finance.PaymentTermInput{term(t, pricing.OnDelivery, "40"), term(t, pricing.OnAcceptance, "60")},
	}))(t)
	ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: ct, ExpectedVersion: 1}))(t)
	ltctest.Got(legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: ct, ExpectedVersion: 3, SignedByUs: "周敏", SignedByCustomer: "王强", EffectiveFrom: from,
	}))(t)
	id := ltctest.Got(w.Reader().Order.Query().Where(order.ContractID(ct)).OnlyID(t.Context()))(t)
	return read(t, w, id)
}

// confirmed is ordered, and will be made.
func confirmed(t *testing.T, w *ltctest.World) *db.Order {
	t.Helper()
	o := ordered(t, w, nil)
	ltctest.Got(delivery.ConfirmOrder(w.As(stage.Delivery), w.Store, delivery.ConfirmOrderInput{ID: o.ID, ExpectedVersion: o.Version}))(t)
	return read(t, w, o.ID)
}

func read(t *testing.T, w *ltctest.World, id string) *db.Order {
	t.Helper()
	return ltctest.Got(w.Reader().Order.Query().Where(order.ID(id)).
		WithLines(func(q *db.OrderLineQuery) { q.Order(orderline.ByPosition()) }).Only(t.Context()))(t)
}

// planned is a shipment of so much of the order's first line.
func planned(t *testing.T, w *ltctest.World, o *db.Order, howMuch string) *db.Shipment {
	t.Helper()
	return shipment(t, w, ltctest.Got(plan(w, o, delivery.ShipmentLineInput{OrderLineID: o.Edges.Lines[0].ID, Quantity: quantity(t, howMuch)}))(t))
}

func plan(w *ltctest.World, o *db.Order, lines ...delivery.ShipmentLineInput) (string, error) {
	return delivery.PlanShipment(w.As(stage.Delivery), w.Store, delivery.PlanShipmentInput{OrderID: o.ID, ExpectedVersion: o.Version, Lines: lines})
}

func shipment(t *testing.T, w *ltctest.World, id string) *db.Shipment {
	t.Helper()
	return ltctest.Got(w.Reader().Shipment.Get(t.Context(), id))(t)
}

// shipped is the shipment after it left.
func shipped(t *testing.T, w *ltctest.World, s *db.Shipment) *db.Shipment {
	t.Helper()
	ltctest.Got(delivery.Ship(w.As(stage.Delivery), w.Store, delivery.ShipInput{ID: s.ID, ExpectedVersion: s.Version}))(t)
	return shipment(t, w, s.ID)
}

// arrived is the shipment after it arrived.
func arrived(t *testing.T, w *ltctest.World, s *db.Shipment) *db.Shipment {
	t.Helper()
	s = shipped(t, w, s)
	ltctest.Got(delivery.ConfirmDelivered(w.As(stage.Delivery), w.Store, delivery.ConfirmDeliveredInput{
		ID: s.ID, ExpectedVersion: s.Version, ReceivedBy: ptr("李工"),
	}))(t)
	return shipment(t, w, s.ID)
}

// deliveredWhole brings all that is left of the order to the customer.
func deliveredWhole(t *testing.T, w *ltctest.World, o *db.Order) {
	t.Helper()
	arrived(t, w, shipment(t, w, ltctest.Got(plan(w, o))(t)))
}

func accept(w *ltctest.World, o *db.Order, lines ...delivery.AcceptanceLineInput) (string, error) {
	return delivery.RecordAcceptance(w.As(stage.Delivery), w.Store, delivery.RecordAcceptanceInput{
		OrderID: o.ID, ExpectedVersion: o.Version, Lines: lines,
	})
}

// quantities are the derived quantities of the order's first line, as text.
func quantities(t *testing.T, w *ltctest.World, o *db.Order) string {
	t.Helper()
	q := ltctest.Got(delivery.Quantities(t.Context(), w.Reader(), []string{o.ID}))(t)[o.Edges.Lines[0].ID]
	return fmt.Sprintf("planned %s shipped %s delivered %s accepted %s rejected %s", q.Planned, q.Shipped, q.Delivered, q.Accepted, q.Rejected)
}

// due are the categories of the order's instalments.
func due(t *testing.T, w *ltctest.World, o *db.Order) (cs []stage.Category) {
	t.Helper()
	for _, i := range ltctest.Got(w.Reader().PaymentPlanItem.Query().Where(paymentplanitem.ContractID(o.ContractID)).
		Order(paymentplanitem.ByPosition()).All(t.Context()))(t) {
		cs = append(cs, i.StageCategory)
	}
	return cs
}

func move(w *ltctest.World, as stage.Department, id, to, reason string) error {
	_, err := flow.MoveStage(w.As(as), w.Store, flow.MoveStageInput{ID: id, To: to, Reason: &reason})
	return err
}

// refuses asks a verb that has to say no, and sees that nothing was written.
func refuses(t *testing.T, w *ltctest.World, code fault.Code, rule string, verb func() (string, error)) {
	t.Helper()
	before := len(w.Changes(nil))
	_, err := verb()
	if fault.CodeOf(err) != code || fault.RuleOf(err) != rule {
		t.Fatalf("err = %v (%s, %s), want %s, %s", err, fault.CodeOf(err), fault.RuleOf(err), code, rule)
	}
	if got := len(w.Changes(nil)); got != before {
		t.Errorf("a refused verb wrote %d rows to the log", got-before)
	}
}

// logged compares the log's rows from a place on, each as "what kind from>to".
func logged(t *testing.T, w *ltctest.World, from int, want ...string) {
	t.Helper()
	var got []string
	for _, c := range w.Changes(nil)[from:] {
		got = append(got, fmt.Sprintf("%s %s %s>%s", c.Kind, c.SubjectKind, c.FromStage, c.ToStage))
	}
	if !slices.Equal(got, want) {
		t.Errorf("the log says\n%q\nwant\n%q", got, want)
	}
}
