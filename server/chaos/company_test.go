package chaos

import (
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// company is one whose customer has accepted an order, with invoices that are drafted and not posted.
type company struct {
	url, token, account string
	drafts              []string
}

// each piece costs 1.13 with tax; each draft is over one piece.
const perDraft = 113

func found(t *testing.T, databaseURL string, drafts int) company {
	t.Helper()
	w := ltctest.New(t, databaseURL)
	w.Wait(time.Since(w.Now()))
	c := company{url: databaseURL}
	admin := ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
		Name: "王雪", Email: "wang@example.com", Department: stage.Sales, Roles: []string{role.Administrator},
	}))(t)
	c.token = ltctest.Got(people.IssueToken(w.As(stage.Sales), w.Store, admin.Email, "ERP", new(w.Now().Add(90*24*time.Hour))))(t)
	c.account = ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{Name: "苏州恒力装备有限公司"}))(t)
	orderID := accepted(t, w, c.account)
	o := ltctest.Got(w.Reader().Order.Query().Where(order.ID(orderID)).WithLines().Only(t.Context()))(t)
	newest := flow.Newest
	for range drafts {
		c.drafts = append(c.drafts, ltctest.Got(finance.DraftInvoice(w.As(stage.Finance), w.Store, finance.DraftInvoiceInput{
			OrderID: &o.ID, ExpectedVersion: &newest,
			Lines: []finance.InvoiceLineInput{{OrderLineID: o.Edges.Lines[0].ID, Quantity: 1_000_000}},
		}))(t))
	}
	w.Drain()
	ltctest.Must(t, w.Close())
	return c
}

// accepted is an order over a million pieces that the customer has accepted.
func accepted(t *testing.T, w *ltctest.World, account string) string {
	t.Helper()
	opportunity := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "螺栓", AccountID: &account}))(t)
	what, price := "螺栓", money.Price(1_130_000)
	contract := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
		OpportunityID: opportunity, Lines: []finance.LineInput{{Description: &what, Quantity: 1_000_000 * 1_000_000, UnitPrice: &price}},
	}))(t)
	ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: contract, ExpectedVersion: flow.Newest}))(t)
	ltctest.Got(legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: contract, ExpectedVersion: flow.Newest, SignedByUs: "甲", SignedByCustomer: "乙",
	}))(t)
	id := ltctest.Got(w.Reader().Order.Query().Where(order.ContractID(contract)).OnlyID(t.Context()))(t)
	do := w.As(stage.Delivery)
	ltctest.Got(delivery.ConfirmOrder(do, w.Store, delivery.ConfirmOrderInput{ID: id, ExpectedVersion: flow.Newest}))(t)
	shipment := ltctest.Got(delivery.PlanShipment(do, w.Store, delivery.PlanShipmentInput{OrderID: id, ExpectedVersion: flow.Newest}))(t)
	ltctest.Got(delivery.Ship(do, w.Store, delivery.ShipInput{ID: shipment, ExpectedVersion: flow.Newest}))(t)
	ltctest.Got(delivery.ConfirmDelivered(do, w.Store, delivery.ConfirmDeliveredInput{ID: shipment, ExpectedVersion: flow.Newest}))(t)
	ltctest.Got(delivery.RecordAcceptance(do, w.Store, delivery.RecordAcceptanceInput{OrderID: id, ExpectedVersion: flow.Newest}))(t)
	return id
}
