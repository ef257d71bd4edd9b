package sales_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db/process"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func publish(t *testing.T, w *ltctest.World, d stage.Document) {
	t.Helper()
	publishFor(t, w, id.Opportunity, d)
}

func publishFor(t *testing.T, w *ltctest.World, kind id.Kind, d stage.Document) {
	t.Helper()
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		return flow.Publish(ctx, tx, kind, "of a test", d)
	}))
}

// renamed is the kind's current process with other keys and names, its stages and transitions in the other order; and
// what each old key has become.
func renamed(t *testing.T, w *ltctest.World, kind id.Kind) (stage.Document, map[string]string) {
	t.Helper()
	p := ltctest.Got(w.Reader().Process.Query().Where(process.Kind(kind), process.Current(true)).Only(t.Context()))(t)
	d := p.Document
	d.Stages, d.Transitions = slices.Clone(d.Stages), slices.Clone(d.Transitions)
	now := map[string]string{}
	for i, s := range d.Stages {
		key := fmt.Sprintf("step-%d", 100-i)
		now[s.Key] = key
		d.Stages[i].Key, d.Stages[i].Name = key, stage.Text{ZH: "第" + key, EN: "Number " + key}
	}
	for i, tr := range d.Transitions {
		d.Transitions[i].From, d.Transitions[i].To = now[tr.From], now[tr.To]
	}
	slices.Reverse(d.Stages)
	slices.Reverse(d.Transitions)
	return d, now
}

func TestTheWholeChainRunsUnderOtherKeysNamesAndOrder(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		leads, _ := renamed(t, w, id.Lead)
		publishFor(t, w, id.Lead, leads)
		opportunities, now := renamed(t, w, id.Opportunity)
		publish(t, w, opportunities)

		lead := ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, marketing.CaptureLeadInput{
			Name: "陈晨", Company: "深圳蓝海科技有限公司", Phone: ptr("13800138000"), Need: ptr("数字化仓储"),
		}))(t)
		ltctest.Got(marketing.AssignLead(w.As(stage.Marketing), w.Store, marketing.AssignLeadInput{ID: lead, OwnerID: w.People[stage.Sales].ID}))(t)
		ltctest.Got(marketing.QualifyLead(w.As(stage.Sales), w.Store, marketing.QualifyLeadInput{ID: lead, Reason: ptr("老客户")}))(t)
		ltctest.Got(marketing.ConvertLead(w.As(stage.Sales), w.Store, marketing.ConvertLeadInput{ID: lead, Amount: yuan("900")}))(t)
		o := ltctest.Got(w.Reader().Opportunity.Query().Only(t.Context()))(t)
		for _, key := range []string{"needs_confirmed", "solution", "proposal", "on_hold", "negotiation"} {
			ltctest.Must(t, move(w, stage.Sales, o.ID, now[key], ""))
		}
		ltctest.Got(accept(w, sent(t, w, o.ID)))(t)
		ltctest.Got(sign(w, o.ID))(t)
		w.Drain()

		won := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), o.ID))(t)
		if won.Stage != now["won"] || won.StageCategory != stage.Won || won.ClosedAt == nil {
			t.Errorf("opportunity = %+v", won)
		}
		if a := ltctest.Got(w.Reader().Account.Get(t.Context(), *won.AccountID))(t); a.StageCategory != stage.Customer {
			t.Errorf("the account is %s", a.Stage)
		}
		other := opportunityOf(t, w, "另一单")
		ltctest.Got(sales.LoseOpportunity(w.As(stage.Sales), w.Store, sales.LoseOpportunityInput{ID: other, Reason: "价格"}))(t)
		if lost := ltctest.Got(w.Reader().Opportunity.Get(t.Context(), other))(t); lost.Stage != now["lost"] {
			t.Errorf("lost is %s", lost.Stage)
		}
	})
}
