package finance_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invoice"
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

func yuan(amount string) money.Input { return money.Input{Amount: amount, Currency: "CNY"} }

// amount is minor units as a caller writes them.
func amount(minor int64) string { return money.Amount{Minor: minor, Currency: "CNY"}.Decimal() }

func quantity(t *testing.T, s string) money.Quantity {
	t.Helper()
	return ltctest.Got(money.ParseQuantity(s))(t)
}

// line is so much of something at a net price, with a tax rate in percent.
func line(t *testing.T, what, howMuch, each, tax string) finance.LineInput {
	t.Helper()
	return finance.LineInput{
		Description: &what, Quantity: quantity(t, howMuch), UnitPrice: ptr(ltctest.Got(money.ParsePrice(each))(t)),
		TaxRate: ptr(ltctest.Got(money.ParseRate(tax))(t)),
	}
}

// term is an instalment that falls due by a trigger.
func term(t *testing.T, name string, by pricing.Trigger, share string) finance.PaymentTermInput {
	t.Helper()
	return finance.PaymentTermInput{Name: name, Trigger: by, Percent: ltctest.Got(money.ParseRate(share))(t)}
}

// deal is a signed contract with its order, which is confirmed.
type deal struct {
	contract *db.Contract
	order    *db.Order
}

// agreed is a deal over the lines, to be paid by the terms.
func agreed(t *testing.T, w *ltctest.World, lines []finance.LineInput, terms ...finance.PaymentTermInput) deal {
	t.Helper()
	account := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{
		Name: "苏州恒力装备有限公司", TaxNumber: ptr("91320594MA1MT0000X"), BillingAddress: ptr("苏州工业园区 1 号"),
		Bank: ptr("招商银行苏州分行"), BankAccount: ptr("6225 8888"), AllowDuplicate: ptr(true),
	}))(t)
	opp := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "立体仓库", AccountID: &account}))(t)
	id := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
		OpportunityID: opp, Lines: lines, PaymentTerms: terms,
	}))(t)
	ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: id, ExpectedVersion: 1}))(t)
	ltctest.Got(legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: id, ExpectedVersion: 3, SignedByUs: "周敏", SignedByCustomer: "王强",
	}))(t)
	o := ltctest.Got(w.Reader().Order.Query().Where(order.ContractID(id)).Only(t.Context()))(t)
	ltctest.Got(delivery.ConfirmOrder(w.As(stage.Delivery), w.Store, delivery.ConfirmOrderInput{ID: o.ID, ExpectedVersion: o.Version}))(t)
	return deal{ltctest.Got(w.Reader().Contract.Get(t.Context(), id))(t), readOrder(t, w, o.ID)}
}

// standard is a deal over 1,130.00 with tax: 30 % with the signature, 70 % with the acceptance.
func standard(t *testing.T, w *ltctest.World) deal {
	t.Helper()
	return agreed(t, w, []finance.LineInput{line(t, "堆垛机", "10", "100", "13")},
		term(t, "预付款", pricing.OnSign, "30"), term(t, "验收款", pricing.OnAcceptance, "70"))
}

func readOrder(t *testing.T, w *ltctest.World, id string) *db.Order {
	t.Helper()
	return ltctest.Got(w.Reader().Order.Query().Where(order.ID(id)).
		WithLines(func(q *db.OrderLineQuery) { q.Order(orderline.ByPosition()) }).Only(t.Context()))(t)
}

// deliver brings all of the order to the customer.
func (d deal) deliver(t *testing.T, w *ltctest.World) {
	t.Helper()
	s := ltctest.Got(delivery.PlanShipment(w.As(stage.Delivery), w.Store, delivery.PlanShipmentInput{OrderID: d.order.ID, ExpectedVersion: d.order.Version}))(t)
	ltctest.Got(delivery.Ship(w.As(stage.Delivery), w.Store, delivery.ShipInput{ID: s, ExpectedVersion: 1}))(t)
	ltctest.Got(delivery.ConfirmDelivered(w.As(stage.Delivery), w.Store, delivery.ConfirmDeliveredInput{ID: s, ExpectedVersion: 2}))(t)
}

// accept accepts so much of the order's first line, or all where it is "".
func (d deal) accept(t *testing.T, w *ltctest.World, howMuch string) {
	t.Helper()
	in := delivery.RecordAcceptanceInput{OrderID: d.order.ID, ExpectedVersion: d.order.Version}
	if howMuch != "" {
		in.Lines = []delivery.AcceptanceLineInput{{OrderLineID: d.order.Edges.Lines[0].ID, Accepted: quantity(t, howMuch)}}
	}
	ltctest.Got(delivery.RecordAcceptance(w.As(stage.Delivery), w.Store, in))(t)
}

// items are the ids of the deal's instalments.
func (d deal) items(t *testing.T, w *ltctest.World) []string {
	t.Helper()
	return ltctest.Got(w.Reader().PaymentPlanItem.Query().Where(paymentplanitem.ContractID(d.contract.ID)).
		Order(paymentplanitem.ByPosition()).IDs(t.Context()))(t)
}

func billItems(w *ltctest.World, ids ...string) (string, error) {
	return finance.DraftInvoice(w.As(stage.Finance), w.Store, finance.DraftInvoiceInput{PlanItemIDs: ids})
}

// billOrder bills so much of the order's first line, or all that may be billed where it is "".
func (d deal) billOrder(t *testing.T, w *ltctest.World, howMuch string) (string, error) {
	t.Helper()
	in := finance.DraftInvoiceInput{OrderID: &d.order.ID, ExpectedVersion: &d.order.Version}
	if howMuch != "" {
		in.Lines = []finance.InvoiceLineInput{{OrderLineID: d.order.Edges.Lines[0].ID, Quantity: quantity(t, howMuch)}}
	}
	return finance.DraftInvoice(w.As(stage.Finance), w.Store, in)
}

// posted is the draft after it was posted.
func posted(t *testing.T, w *ltctest.World, draft string) *db.Invoice {
	t.Helper()
	inv := readInvoice(t, w, draft)
	ltctest.Got(finance.PostInvoice(w.As(stage.Finance), w.Store, finance.PostInvoiceInput{ID: inv.ID, ExpectedVersion: inv.Version}))(t)
	return readInvoice(t, w, draft)
}

func readInvoice(t *testing.T, w *ltctest.World, id string) *db.Invoice {
	t.Helper()
	return ltctest.Got(w.Reader().Invoice.Query().Where(invoice.ID(id)).WithLines().Only(t.Context()))(t)
}

func readPayment(t *testing.T, w *ltctest.World, id string) *db.Payment {
	t.Helper()
	return ltctest.Got(w.Reader().Payment.Get(t.Context(), id))(t)
}

func pay(w *ltctest.World, account, amount string, reference *string, to ...finance.AllocationInput) (string, error) {
	return finance.RecordPayment(w.As(stage.Finance), w.Store, finance.RecordPaymentInput{
		AccountID: account, Amount: yuan(amount), BankAccount: ptr("CMB 0001"), BankReference: reference, Allocations: to,
	})
}

// to settles so much of an invoice.
func to(inv *db.Invoice, amount string) finance.AllocationInput {
	return finance.AllocationInput{InvoiceID: inv.ID, Amount: yuan(amount)}
}

// stands is an invoice's stage and its figures, as text.
func stands(t *testing.T, w *ltctest.World, id string) string {
	t.Helper()
	f := ltctest.Got(finance.InvoiceFigures(t.Context(), w.Reader(), []string{id}))(t)[id]
	return fmt.Sprintf("%s paid %d credited %d outstanding %d", readInvoice(t, w, id).Stage, f.PaidMinor, f.CreditedMinor, f.OutstandingMinor)
}

// owes is how an account stands, as text.
func owes(t *testing.T, w *ltctest.World, id string) string {
	t.Helper()
	f := ltctest.Got(finance.AccountFigures(t.Context(), w.Reader(), []string{id}, finance.Whole))(t)[id]
	return fmt.Sprintf("invoiced %d paid %d outstanding %d credit %d", f.InvoicedMinor, f.PaidMinor, f.OutstandingMinor, f.CreditMinor)
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
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

// logged compares the log's rows from a place on, each as "what kind from>to", with who the system was.
func logged(t *testing.T, w *ltctest.World, from int, want ...string) {
	t.Helper()
	var got []string
	for _, c := range w.Changes(nil)[from:] {
		row := fmt.Sprintf("%s %s %s>%s", c.Kind, c.SubjectKind, c.FromStage, c.ToStage)
		if c.ActorKind == "system" {
			row += " by system"
		}
		got = append(got, row)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the log says\n%q\nwant\n%q", got, want)
	}
}

func move(w *ltctest.World, as stage.Department, id, to, reason string) error {
	_, err := flow.MoveStage(w.As(as), w.Store, flow.MoveStageInput{ID: id, To: to, Reason: &reason})
	return err
}
