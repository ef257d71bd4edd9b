package sales_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func ptr[T any](v T) *T { return &v }

func yuan(amount string) *money.Input { return &money.Input{Amount: amount, Currency: "CNY"} }

func price(t *testing.T, s string) *money.Price {
	t.Helper()
	return ptr(ltctest.Got(money.ParsePrice(s))(t))
}

func percent(t *testing.T, s string) *money.Rate {
	t.Helper()
	return ptr(ltctest.Got(money.ParseRate(s))(t))
}

func quantity(t *testing.T, s string) money.Quantity {
	t.Helper()
	return ltctest.Got(money.ParseQuantity(s))(t)
}

// line is a position without a product at 13 % tax.
func line(t *testing.T, what, howMuch, each string) finance.LineInput {
	t.Helper()
	return finance.LineInput{
		Description: &what, Quantity: quantity(t, howMuch), UnitPrice: price(t, each), TaxRate: percent(t, "13"),
	}
}

// account makes one of the name.
func account(t *testing.T, w *ltctest.World, name string) string {
	t.Helper()
	return ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{Name: name}))(t)
}

// opportunity opens one of a new account.
func opportunity(t *testing.T, w *ltctest.World) *db.Opportunity {
	t.Helper()
	acc := account(t, w, "杭州云帆机械有限公司")
	id := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{
		Name: "云帆 · 产线改造", AccountID: &acc, Amount: yuan("1000"),
	}))(t)
	return ltctest.Got(w.Reader().Opportunity.Get(t.Context(), id))(t)
}

// draft is a quote of 2 x 500.00 and 13 % for the opportunity; it answers its first version.
func draft(t *testing.T, w *ltctest.World, opportunityID string) *db.QuoteVersion {
	t.Helper()
	return version(t, w, ltctest.Got(sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{
		OpportunityID: opportunityID, Lines: []finance.LineInput{line(t, "改造服务", "2", "500")},
	}))(t))
}

// sent is the draft after it was approved and sent.
func sent(t *testing.T, w *ltctest.World, opportunityID string) *db.QuoteVersion {
	t.Helper()
	return send(t, w, draft(t, w, opportunityID).ID)
}

func send(t *testing.T, w *ltctest.World, id string) *db.QuoteVersion {
	t.Helper()
	ltctest.Got(sales.SubmitQuote(w.As(stage.Sales), w.Store, sales.SubmitQuoteInput{ID: id}))(t)
	ltctest.Got(sales.SendQuote(w.As(stage.Sales), w.Store, sales.SendQuoteInput{ID: id}))(t)
	return version(t, w, id)
}

func version(t *testing.T, w *ltctest.World, id string) *db.QuoteVersion {
	t.Helper()
	return ltctest.Got(w.Reader().QuoteVersion.Get(t.Context(), id))(t)
}

func accept(w *ltctest.World, v *db.QuoteVersion) (string, error) {
	return sales.AcceptQuote(w.As(stage.Sales), w.Store, sales.AcceptQuoteInput{
		ID: v.ID, ExpectedVersion: v.Version, AcceptedBy: ptr("王总"), Evidence: ptr("PO-7.pdf"),
	})
}

func move(w *ltctest.World, as stage.Department, id, to, reason string) error {
	in := flow.MoveStageInput{ID: id, To: to}
	if reason != "" {
		in.Reason = &reason
	}
	_, err := flow.MoveStage(w.As(as), w.Store, in)
	return err
}

// today is so many days from the world's today by the company's clock.
func today(w *ltctest.World, days int) *worktime.Date {
	return ptr(worktime.NewDate(2026, 3, 2).AddDays(days + int(w.Now().Sub(ltctest.Monday).Hours()/24)))
}

// refuses runs a verb that has to say no, and sees that nothing was written.
func refuses(t *testing.T, w *ltctest.World, code fault.Code, rule string, verb func() (string, error)) {
	t.Helper()
	_ = refusal(t, w, code, rule, verb)
}

// refusal is refuses for who wants to look at the refusal.
func refusal(t *testing.T, w *ltctest.World, code fault.Code, rule string, verb func() (string, error)) *fault.Error {
	t.Helper()
	before := len(w.Changes(nil))
	_, err := verb()
	if fault.CodeOf(err) != code || fault.RuleOf(err) != rule {
		t.Fatalf("err = %v (%s, %s), want %s, %s", err, fault.CodeOf(err), fault.RuleOf(err), code, rule)
	}
	if got := len(w.Changes(nil)); got != before {
		t.Errorf("a refused verb wrote %d rows to the log", got-before)
	}
	return fault.Of(err)
}

// logged holds the rows of the log from the given one on against what they shall say.
func logged(t *testing.T, w *ltctest.World, from int, want ...string) {
	t.Helper()
	var got []string
	for _, c := range w.Changes(nil)[from:] {
		row := fmt.Sprintf("%s %s", c.Kind, c.SubjectKind)
		if c.FromStage != c.ToStage {
			row += fmt.Sprintf(" %s>%s", c.FromStage, c.ToStage)
		}
		for _, f := range c.Fields {
			row += " " + f.Name
		}
		if c.ActorKind == "system" {
			row += " by system"
		}
		got = append(got, row)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the log says\n%q\nwant\n%q", got, want)
	}
}

// customer is the account after its first contract in force, as the log would make it.
func customer(t *testing.T, w *ltctest.World, accountID string) string {
	t.Helper()
	o := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{
		Name: "第一单", AccountID: &accountID,
	}))(t)
	ltctest.Got(accept(w, sent(t, w, o)))(t)
	ltctest.Got(sign(w, o))(t)
	w.Drain()
	a := ltctest.Got(w.Reader().Account.Get(t.Context(), accountID))(t)
	if a.StageCategory != stage.Customer {
		t.Fatalf("after its first contract the account is %s", a.Stage)
	}
	return accountID
}

// sign has the opportunity's contract submitted and signed by both sides; it is in force at once.
func sign(w *ltctest.World, opportunityID string) (string, error) {
	k, err := w.Reader().Contract.Query().Where(contract.OpportunityID(opportunityID)).Only(w.T.Context())
	if err != nil {
		return "", err
	}
	if _, err := legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: k.ID}); err != nil {
		return "", err
	}
	return legal.SignContract(w.As(stage.Legal), w.Store, legal.SignContractInput{
		ID: k.ID, SignedByUs: "李总", SignedByCustomer: "王总",
	})
}
