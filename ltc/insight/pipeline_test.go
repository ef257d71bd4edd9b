package insight_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// pipe is a pipeline on the short process, in which a sale is won by a move.
type pipe struct {
	*ltctest.World
	t       *testing.T
	account string
}

func newPipe(t *testing.T, w *ltctest.World) *pipe {
	t.Helper()
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		return flow.Publish(ctx, tx, id.Opportunity, "crm", sales.CRMPreset)
	}))
	account := ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, sales.CreateAccountInput{Name: "蓝海"}))(t)
	return &pipe{w, t, account}
}

// opened opens an opportunity of so many yuan and, after some days, moves it on to each of the stages.
func (p *pipe) opened(yuan int, days int, stages ...string) {
	p.t.Helper()
	amount := money.Input{Amount: fmt.Sprintf("%d.50", yuan), Currency: "CNY"}
	o := ltctest.Got(sales.CreateOpportunity(p.As(stage.Sales), p.Store, sales.CreateOpportunityInput{
		Name: "机会", AccountID: &p.account, Amount: &amount}))(p.t)
	reason := "价格"
	for i, to := range stages {
		if i > 0 {
			p.Wait(time.Duration(days) * 24 * time.Hour)
		}
		ltctest.Got(flow.MoveStage(p.As(stage.Sales), p.Store, flow.MoveStageInput{ID: o, To: to, ExpectedVersion: i + 1, Reason: &reason}))(p.t)
	}
}

func TestThePipelineInFigures(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		p := newPipe(t, w)
		p.opened(100, 0)
		p.opened(200, 0, "engaging")
		p.opened(1000, 10, "engaging", "won")
		p.opened(2000, 45, "engaging", "won")
		p.opened(300, 50, "engaging", "lost")
		got := ltctest.Got(insight.Pipeline(w.As(stage.Sales), w.Store, nil))(t)
		if got.Opportunities != 5 || got.Open != 2 || got.Won != 2 || got.Lost != 1 ||
			got.OpenAmount.String() != "301.00 CNY" || got.WonAmount.String() != "3001.00 CNY" {
			t.Errorf("pipeline = %+v", got)
		}
		if got.WinRate.String() != "66.67" {
			t.Errorf("win rate = %s, want 66.67", got.WinRate)
		}
		if got.MedianDaysToClose != 45 {
			t.Errorf("median = %d days, want 45: not from the opening, and not the mean", got.MedianDaysToClose)
		}
		var stages []string
		for _, s := range got.Stages {
			stages = append(stages, fmt.Sprintf("%s %d %s", s.Stage.Key, s.Count, s.Amount.Decimal()))
		}
		if got, want := fmt.Sprint(stages), "[prospecting 1 100.50 engaging 1 200.50 won 2 3001.00 lost 1 300.50]"; got != want {
			t.Errorf("stages = %s, want %s", got, want)
		}
		nobodys := "usr_x"
		none := ltctest.Got(insight.Pipeline(w.As(stage.Sales), w.Store, &insight.PipelineFilter{Owner: &nobodys}))(t)
		if none.Opportunities != 0 || none.WinRate != 0 || none.MedianDaysToClose != 0 || len(none.Stages) != 4 {
			t.Errorf("nobody's pipeline = %+v", none)
		}
	})
}

func TestAReopenedSaleClosedWhenItLastDid(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		p := newPipe(t, w)
		p.opened(100, 10, "engaging", "lost", "prospecting", "engaging", "won")
		got := ltctest.Got(insight.Pipeline(w.As(stage.Sales), w.Store, nil))(t)
		if got.Won != 1 || got.Lost != 0 || got.MedianDaysToClose != 10 || got.WinRate.String() != "100" {
			t.Errorf("pipeline = %+v", got)
		}
	})
}

func TestDaysAreTheCompanysDates(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		p := newPipe(t, w)
		w.Wait(14 * time.Hour) // half past eleven at night in Shanghai
		p.opened(100, 0, "engaging")
		w.Wait(time.Hour) // the next day there
		o := ltctest.Got(w.Reader().Opportunity.Query().Only(t.Context()))(t)
		ltctest.Got(flow.MoveStage(w.As(stage.Sales), w.Store, flow.MoveStageInput{ID: o.ID, To: "won", ExpectedVersion: 2}))(t)
		got := ltctest.Got(insight.Pipeline(w.As(stage.Sales), w.Store, nil))(t)
		if got.MedianDaysToClose != 1 {
			t.Errorf("median = %d days, want 1", got.MedianDaysToClose)
		}
	})
}
