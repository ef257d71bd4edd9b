package legal_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
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

func percent(t *testing.T, s string) money.Rate {
	t.Helper()
	return ltctest.Got(money.ParseRate(s))(t)
}

// line is so much of something at a net price, with a tax rate in percent.
func line(t *testing.T, what, howMuch, each, tax string) finance.LineInput {
	t.Helper()
	return finance.LineInput{
		Description: &what, Quantity: quantity(t, howMuch), UnitPrice: ptr(ltctest.Got(money.ParsePrice(each))(t)), TaxRate: ptr(percent(t, tax)),
	}
}

// term is an instalment that falls due by a trigger.
func term(t *testing.T, name string, by pricing.Trigger, share string) finance.PaymentTermInput {
	t.Helper()
	return finance.PaymentTermInput{Name: name, Trigger: by, Percent: percent(t, share)}
}

func opportunity(t *testing.T, w *ltctest.World) *db.Opportunity {
	t.Helper()
	account := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{
		Name: "苏州恒力装备有限公司", AllowDuplicate: ptr(true),
	}))(t)
	id := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{
		Name: "恒力 · 立体仓库", AccountID: &account, Amount: &money.Input{Amount: "900", Currency: "CNY"},
	}))(t)
	return ltctest.Got(w.Reader().Opportunity.Get(t.Context(), id))(t)
}

// drafted is a contract over 1,130.00 with tax: 30 % fall due with the signature, 70 % with the acceptance.
func drafted(t *testing.T, w *ltctest.World) *db.Contract {
	t.Helper()
	id := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
		OpportunityID: opportunity(t, w).ID,
		Lines:         []finance.LineInput{line(t, "堆垛机", "2", "500", "13")},
		PaymentTerms:  []finance.PaymentTermInput{term(t, "预付款", pricing.OnSign, "30"), term(t, "验收款", pricing.OnAcceptance, "70")},
	}))(t)
	return read(t, w, id)
}

// approved is drafted, after its review.
func approved(t *testing.T, w *ltctest.World) *db.Contract {
	t.Helper()
	ct := drafted(t, w)
	ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: ct.ID, ExpectedVersion: ct.Version}))(t)
	return read(t, w, ct.ID)
}

func sign(w *ltctest.World, ct *db.Contract, from *worktime.Date) (string, error) {
	return legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: ct.ID, ExpectedVersion: ct.Version, SignedByUs: "周敏", SignedByCustomer: "王强", EffectiveFrom: from,
	})
}

func read(t *testing.T, w *ltctest.World, id string) *db.Contract {
	t.Helper()
	return ltctest.Got(w.Reader().Contract.Get(t.Context(), id))(t)
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
