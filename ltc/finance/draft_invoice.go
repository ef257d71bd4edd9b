package finance

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/invoiceline"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// InvoiceLineInput is how much of an order line to bill.
type InvoiceLineInput struct {
	OrderLineID string
	Quantity    money.Quantity
}

// DraftInvoiceInput is what to bill: plan items of one contract, or lines of an order.
type DraftInvoiceInput struct {
	PlanItemIDs     []string
	OrderID         *string
	ExpectedVersion *int // the order's
	Lines           []InvoiceLineInput
	DueDays         *int
	Remark          *string
}

// DraftInvoice drafts an invoice from instalments that fell due, each once, or from what was accepted of an order and
// is not billed yet (R39). A contract is billed in one of the two ways, so that nothing is billed twice. It has no
// number until it is posted.
//
// Errors: NOT_FOUND; STALE_VERSION (the order's); INVALID (invoice.basis_needed, invoice.several_contracts,
// partial.exceeds_line); GUARD_FAILED (invoice.item_not_due, plan.item_billed, invoice.nothing_to_bill,
// invoice.billed_otherwise, invoice.contract_over).
func DraftInvoice(ctx context.Context, st *store.Store, in DraftInvoiceInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	gather, on := billOfPlan, in.PlanItemIDs
	if in.OrderID != nil {
		gather, on = billOfOrder, []string{*in.OrderID}
	}
	v := flow.Verb{Name: "draftInvoice", In: in, On: on}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		b, err := gather(ctx, tx, in)
		if err != nil {
			return stage.Record{}, err
		}
		return draft(ctx, tx, b, in)
	})
}

func (in DraftInvoiceInput) clean() error {
	var p fault.Problems
	p.Unless((in.OrderID != nil) != (len(in.PlanItemIDs) > 0), "planItemIds", "invoice.basis_needed")
	p.Unless(in.OrderID == nil || in.ExpectedVersion != nil, "expectedVersion", "input.required")
	p.Unless(in.OrderID != nil || len(in.Lines) == 0, "lines", "invoice.lines_of_order")
	p.Unless(in.DueDays == nil || *in.DueDays >= 0, "dueDays", "input.negative")
	p.Short("remark", in.Remark, 2000)
	if err := p.Err(); err != nil {
		return err
	}
	for _, item := range in.PlanItemIDs {
		if err := flow.Kind(id.PaymentPlanItem, item); err != nil {
			return err
		}
	}
	if in.OrderID != nil {
		return flow.Kind(id.Order, *in.OrderID)
	}
	return nil
}

// bill is what an invoice will say.
type bill struct {
	contract *db.Contract // with its order
	account  *db.Account
	kind     invoice.Kind
	dueDays  int
	lines    []billLine
}

// billLine is one position of a bill; its amounts are in minor units.
type billLine struct {
	orderLine, planItem, product *string
	description, unit            string
	quantity                     money.Quantity
	unitPrice                    money.Price
	discount, taxRate            money.Rate
	netMinor, taxMinor           int64
}

// billOf begins the bill of a contract that may be billed.
func billOf(ctx context.Context, tx *store.Tx, contractID string) (bill, error) {
	ct, err := tx.Contract.Query().Where(contract.ID(contractID)).WithOrder().Only(ctx)
	if err != nil {
		return bill{}, err
	}
	if ct.StageCategory == stage.Terminated || ct.StageCategory == stage.Void {
		return bill{}, fault.Guard("invoice.contract_over", "contract")
	}
	account, err := tx.Account.Get(ctx, ct.AccountID)
	return bill{contract: ct, account: account, dueDays: account.PaymentDays}, err
}

func draft(ctx context.Context, tx *store.Tx, b bill, in DraftInvoiceInput) (stage.Record, error) {
	take(&b.dueDays, in.DueDays)
	number, err := tx.Number(ctx, store.InvoiceDrafts)
	if err != nil {
		return stage.Record{}, err
	}
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return stage.Record{}, err
	}
	net, tax := b.total()
	ct, buyer := b.contract, b.account
	inv, err := flow.Open(ctx, tx, tx.Invoice.Create().
		SetDraftNumber(number).SetLegalEntityID(co.ID).SetAccountID(ct.AccountID).SetJourneyID(ct.JourneyID).
		SetContractID(ct.ID).SetNillableOrderID(orderOf(ct)).SetNillableOwnerID(ct.OwnerID).SetKind(b.kind).
		SetTaxMode(invoice.TaxMode(ct.TaxMode)).SetRounding(invoice.Rounding(ct.Rounding)).
		SetCurrency(ct.Currency).SetNetMinor(net).SetTaxMinor(tax).SetGrossMinor(net+tax).SetDueDays(b.dueDays).
		SetTitle(titleOf(buyer)).SetNillableTaxNumber(taxNumberOf(buyer)).SetNillableAddress(joined(buyer.BillingAddress, buyer.Phone)).
		SetNillableBank(joined(buyer.Bank, buyer.BankAccount)).SetNillableRemark(in.Remark), stage.Draft)
	if err != nil {
		return stage.Record{}, err
	}
	return inv.LogRecord(), writeLines(ctx, tx, inv, b.lines)
}

func (b bill) total() (net, tax int64) {
	for _, l := range b.lines {
		net += l.netMinor
		tax += l.taxMinor
	}
	return net, tax
}

func writeLines(ctx context.Context, tx *store.Tx, inv *db.Invoice, lines []billLine) error {
	return tx.InvoiceLine.MapCreateBulk(lines, func(c *db.InvoiceLineCreate, i int) {
		l := lines[i]
		c.SetInvoiceID(inv.ID).SetPosition(i + 1).SetNillableOrderLineID(l.orderLine).SetNillablePlanItemID(l.planItem).
			SetNillableProductID(l.product).SetDescription(l.description).SetUnit(l.unit).SetQuantity(l.quantity).
			SetUnitPrice(l.unitPrice).SetDiscount(l.discount).SetTaxRate(l.taxRate).SetCurrency(inv.Currency).
			SetNetMinor(l.netMinor).SetTaxMinor(l.taxMinor).SetGrossMinor(l.netMinor + l.taxMinor)
	}).Exec(ctx)
}

func orderOf(ct *db.Contract) *string {
	if ct.Edges.Order == nil {
		return nil
	}
	return &ct.Edges.Order.ID
}

// titleOf is the buyer's name on the invoice (发票抬头).
func titleOf(a *db.Account) string {
	if a.InvoiceTitle != nil {
		return *a.InvoiceTitle
	}
	return a.Name
}

// taxNumberOf is the buyer's tax number; for a company it is its 统一社会信用代码.
func taxNumberOf(a *db.Account) *string {
	if a.TaxNumber != nil {
		return a.TaxNumber
	}
	return a.Uscc
}

// joined are the parts that are known, with a blank between them.
func joined(parts ...*string) *string {
	var known []string
	for _, p := range parts {
		if p != nil {
			known = append(known, *p)
		}
	}
	if len(known) == 0 {
		return nil
	}
	line := strings.Join(known, " ")
	return &line
}

// unless refuses to bill a contract whose standing invoices bill it in the other way.
func (b bill) unless(ctx context.Context, tx *store.Tx, otherWay predicate.InvoiceLine) error {
	otherwise, err := tx.InvoiceLine.Query().
		Where(otherWay, invoiceline.HasInvoiceWith(invoice.ContractID(b.contract.ID), standing())).Exist(ctx)
	if err == nil && otherwise {
		return fault.Guard("invoice.billed_otherwise", "invoice")
	}
	return err
}
