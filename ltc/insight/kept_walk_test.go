package insight_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/allocation"
	"github.com/leadtocash/ltc/ent/db/invoice"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// walker calls verbs at random, as an administrator; what is refused changes nothing.
type walker struct {
	*pipe
	*rand.Rand
	boss    string
	owners  []string
	done    map[string]int // how often each verb did something
	account string
}

func newWalker(t *testing.T, w *ltctest.World, seed uint64) *walker {
	t.Helper()
	p := newPipe(t, w)
	k := &walker{pipe: p, Rand: rand.New(rand.NewPCG(seed, 1)), done: map[string]int{}, account: p.account} //nolint:gosec // a walk repeats
	k.boss = ltctest.Got(people.AddUser(w.As(stage.Sales), w.Store, people.NewUser{
		Name: "总经理", Email: "boss@example.com", Department: stage.Sales, Admin: true}))(t).ID
	k.owners = []string{k.boss, w.People[stage.Sales].ID, w.People[stage.Finance].ID}
	return k
}

// ctx is a call of the administrator, now.
func (k *walker) ctx() context.Context {
	v := ltctest.Got(people.ViewerOf(k.t.Context(), k.Store, k.boss))(k.t)
	return call.With(k.t.Context(), call.New(v, k.Now(), call.API))
}

func (k *walker) owner() string { return k.owners[k.IntN(len(k.owners))] }
func (k *walker) yuan() *money.Input {
	return &money.Input{Amount: fmt.Sprintf("%d.%02d", k.IntN(9000)+1, k.IntN(100)), Currency: "CNY"}
}

// pick is one of the records, at random.
func pick[R any](k *walker, all []R, err error) (r R, ok bool) {
	ltctest.Must(k.t, err)
	if len(all) == 0 {
		return r, false
	}
	return all[k.IntN(len(all))], true
}

// verbs are what may happen to leads and opportunities, and to what is owed.
var verbs = map[string]func(k *walker) error{
	"capture": func(k *walker) error {
		owner, wechat := k.owner(), fmt.Sprint("wx", k.Int())
		_, err := marketing.CaptureLead(k.ctx(), k.Store, marketing.CaptureLeadInput{Name: "陈晨", Company: wechat, Wechat: &wechat, OwnerID: &owner})
		return err
	},
	"qualify": func(k *walker) error {
		l, ok := pick(k, ltctest.Got(k.Reader().Lead.Query().All(k.t.Context()))(k.t), nil)
		if !ok {
			return fmt.Errorf("no lead")
		}
		pain := "库存不准"
		_, err := marketing.QualifyLead(k.ctx(), k.Store, marketing.QualifyLeadInput{ID: l.ID, ExpectedVersion: l.Version, Budget: k.yuan(), Authority: &pain, Pain: &pain})
		return err
	},
	"open": func(k *walker) error {
		_, err := sales.CreateOpportunity(k.ctx(), k.Store, sales.CreateOpportunityInput{Name: "机会", AccountID: &k.account, Amount: k.yuan()})
		return err
	},
	"value": onOpportunity(func(k *walker, o *db.Opportunity) error {
		_, err := sales.UpdateOpportunity(k.ctx(), k.Store, sales.UpdateOpportunityInput{ID: o.ID, ExpectedVersion: o.Version, Amount: k.yuan()})
		return err
	}),
	"plan": onOpportunity(func(k *walker, o *db.Opportunity) error { // which no figure knows
		step := fmt.Sprint("回访", k.Int())
		_, err := sales.UpdateOpportunity(k.ctx(), k.Store, sales.UpdateOpportunityInput{ID: o.ID, ExpectedVersion: o.Version, NextStep: &step})
		return err
	}),
	"move": onOpportunity(func(k *walker, o *db.Opportunity) error {
		reason, to := "价格", []string{"prospecting", "engaging", "won", "lost"}[k.IntN(4)]
		_, err := flow.MoveStage(k.ctx(), k.Store, flow.MoveStageInput{ID: o.ID, To: to, ExpectedVersion: o.Version, Reason: &reason})
		return err
	}),
	"give": onOpportunity(func(k *walker, o *db.Opportunity) error {
		_, err := people.TransferOwnership(k.ctx(), k.Store, people.TransferOwnershipInput{
			Records: []people.RecordVersionInput{{ID: o.ID, ExpectedVersion: o.Version}}, OwnerID: k.owner()})
		return err
	}),
	"hand over": func(k *walker) error {
		u := ltctest.Got(k.Reader().User.Get(k.t.Context(), k.owner()))(k.t)
		_, err := people.HandOver(k.ctx(), k.Store, people.HandOverInput{ID: u.ID, ExpectedVersion: u.Version,
			To: []people.HandOverPart{{Kind: id.Opportunity, UserID: k.owner()}, {Kind: id.Lead, UserID: k.owner()}}})
		return err
	},
	"publish": func(k *walker) error { // records that run stay on the version they began with
		d := sales.CRMPreset
		d.Stages = slices.Clone(d.Stages)
		d.Stages[0].Name = stage.Text{ZH: "寻找", EN: fmt.Sprint("Look ", k.Int())}
		return k.InTx(k.ctx(), func(ctx context.Context, tx *store.Tx) error { return flow.Publish(ctx, tx, id.Opportunity, "", d) })
	},
	"wait": func(k *walker) error { k.Wait(time.Duration(k.IntN(400)) * time.Hour); return nil },
	"sign": func(k *walker) error { return k.sign() },
	"bill": func(k *walker) error {
		items, err := k.Reader().PaymentPlanItem.Query().Where(paymentplanitem.StageCategoryEQ(stage.Triggered)).IDs(k.t.Context())
		item, _ := pick(k, items, err)
		_, err = finance.DraftInvoice(k.ctx(), k.Store, finance.DraftInvoiceInput{PlanItemIDs: []string{item}})
		return err
	},
	"post": onInvoice(func(k *walker, i *db.Invoice) error {
		_, err := finance.PostInvoice(k.ctx(), k.Store, finance.PostInvoiceInput{ID: i.ID, ExpectedVersion: i.Version})
		return err
	}),
	"discard": onInvoice(func(k *walker, i *db.Invoice) error {
		_, err := finance.DiscardInvoice(k.ctx(), k.Store, finance.DiscardInvoiceInput{ID: i.ID, ExpectedVersion: i.Version})
		return err
	}),
	"credit": onInvoice(func(k *walker, i *db.Invoice) error {
		_, err := finance.CreditInvoice(k.ctx(), k.Store, finance.CreditInvoiceInput{ID: i.ID, ExpectedVersion: i.Version, Reason: "price"})
		return err
	}),
	"pay": onInvoice(func(k *walker, i *db.Invoice) error {
		part := money.Amount{Minor: i.GrossMinor / int64(k.IntN(3)+1), Currency: "CNY"}
		more := money.Amount{Minor: part.Minor + int64(k.IntN(3)*1000), Currency: "CNY"}
		_, err := finance.RecordPayment(k.ctx(), k.Store, finance.RecordPaymentInput{
			AccountID: i.AccountID, Amount: money.Input{Amount: more.Decimal(), Currency: "CNY"},
			Allocations: []finance.AllocationInput{{InvoiceID: i.ID, Amount: money.Input{Amount: part.Decimal(), Currency: "CNY"}}}})
		return err
	}),
	"take back": func(k *walker) error {
		all, err := k.Reader().Allocation.Query().Where(allocation.ReversesIDIsNil()).WithPayment().All(k.t.Context())
		a, ok := pick(k, all, err)
		if !ok {
			return fmt.Errorf("no allocation")
		}
		_, err = finance.ReverseAllocation(k.ctx(), k.Store, finance.ReverseAllocationInput{ID: a.ID, ExpectedVersion: a.Edges.Payment.Version, Reason: "错付"})
		return err
	},
	"bounce": func(k *walker) error {
		all, err := k.Reader().Payment.Query().All(k.t.Context())
		p, ok := pick(k, all, err)
		if !ok {
			return fmt.Errorf("no payment")
		}
		_, err = finance.ReversePayment(k.ctx(), k.Store, finance.ReversePaymentInput{ID: p.ID, ExpectedVersion: p.Version, Reason: "退票"})
		return err
	},
}

func onOpportunity(f func(*walker, *db.Opportunity) error) func(*walker) error {
	return func(k *walker) error {
		all, err := k.Reader().Opportunity.Query().All(k.t.Context())
		o, ok := pick(k, all, err)
		if !ok {
			return fmt.Errorf("no opportunity")
		}
		return f(k, o)
	}
}

func onInvoice(f func(*walker, *db.Invoice) error) func(*walker) error {
	return func(k *walker) error {
		all, err := k.Reader().Invoice.Query().Where(invoice.StageCategoryNEQ(stage.Discarded)).All(k.t.Context())
		i, ok := pick(k, all, err)
		if !ok {
			return fmt.Errorf("no invoice")
		}
		return f(k, i)
	}
}

// sign agrees on a sale: its instalments fall due at once.
func (k *walker) sign() error {
	o, err := sales.CreateOpportunity(k.ctx(), k.Store, sales.CreateOpportunityInput{Name: "立体仓库", AccountID: &k.account})
	if err != nil {
		return err
	}
	what, each, half := "堆垛机", ltctest.Got(money.ParsePrice(k.yuan().Amount))(k.t), ltctest.Got(money.ParseRate("50"))(k.t)
	ct, err := legal.DraftContract(k.ctx(), k.Store, legal.DraftContractInput{
		OpportunityID: o, Lines: []finance.LineInput{{Description: &what, Quantity: ltctest.Got(money.ParseQuantity("2"))(k.t), UnitPrice: &each}},
		PaymentTerms: []finance.PaymentTermInput{{Name: "一", Trigger: pricing.OnSign, Percent: half}, {Name: "二", Trigger: pricing.OnSign, Percent: half}},
	})
	if err != nil {
		return err
	}
	if _, err := legal.SubmitContract(k.ctx(), k.Store, legal.SubmitContractInput{ID: ct, ExpectedVersion: 1}); err != nil {
		return err
	}
	_, err = legal.SignContract(k.ctx(), k.Store, legal.SignContractInput{ID: ct, ExpectedVersion: 3, SignedByUs: "周敏", SignedByCustomer: "王强"})
	return err
}

// step does something, if it may.
func (k *walker) step() string {
	names := make([]string, 0, len(verbs))
	for name := range verbs {
		names = append(names, name)
	}
	slices.Sort(names)
	name := names[k.IntN(len(names))]
	if verbs[name](k) == nil {
		k.done[name]++
	}
	return name
}

func TestKeptFiguresAreThoseOfTheRecordsAtEveryMoment(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		k := newWalker(t, w, 7)
		for n := range 260 {
			name := k.step()
			if n%5 == 0 {
				k.compare(fmt.Sprintf("step %d, after %q, not drained", n, name))
			}
			if n%20 != 19 {
				continue
			}
			w.Drain()
			k.compare(fmt.Sprintf("step %d, drained", n))
			if d := ltctest.Got(insight.Check(k.ctx(), w.Store))(t); d != (insight.Drift{}) {
				t.Fatalf("step %d: the rows are off by %+v", n, d)
			}
		}
		for name := range verbs {
			if k.done[name] == 0 {
				t.Errorf("the walk never did %q", name)
			}
		}
	})
}
