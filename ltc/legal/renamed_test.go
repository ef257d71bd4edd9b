package legal_test

import (
	"context"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db/process"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// A company names its stages as it likes; what the program knows is what they mean.
func TestAContractIsSignedInAProcessOfOtherNames(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		p := ltctest.Got(w.Reader().Process.Query().Where(process.Kind(id.Contract), process.Current(true)).Only(t.Context()))(t)
		ltctest.Must(t, w.InTx(w.As(stage.Legal), func(ctx context.Context, tx *store.Tx) error {
			return flow.Publish(ctx, tx, id.Contract, "", renamed(p.Document))
		}))
		ct := drafted(t, w)
		ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: ct.ID, ExpectedVersion: ct.Version}))(t)
		ltctest.Got(sign(w, read(t, w, ct.ID), nil))(t)
		w.Drain()
		if now := read(t, w, ct.ID); now.Stage != "x-effective" || now.StageCategory != stage.Effective {
			t.Errorf("contract is %s", now.Stage)
		}
	})
}

// renamed is a process with other keys and names, and its stages in another order.
func renamed(d stage.Document) stage.Document {
	stages, ways := slices.Clone(d.Stages), slices.Clone(d.Transitions)
	slices.Reverse(stages)
	for i := range stages {
		stages[i].Key = "x-" + stages[i].Key
		stages[i].Name = stage.Text{ZH: "阶段", EN: "Stage"}
	}
	for i := range ways {
		ways[i].From, ways[i].To = "x-"+ways[i].From, "x-"+ways[i].To
	}
	return stage.Document{Name: d.Name, Stages: stages, Transitions: ways}
}
