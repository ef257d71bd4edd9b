package read

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/store"
)

// JourneyFilter says which journeys; all given conditions hold.
type JourneyFilter struct {
	Status  *journey.Status
	Phase   *journey.Phase
	Account *string
	Owner   *string
}

func (in *JourneyFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Journey)
	if in == nil {
		return f
	}
	is(&f, journey.FieldStatus, in.Status)
	is(&f, journey.FieldPhase, in.Phase)
	is(&f, journey.FieldAccountID, in.Account)
	is(&f, journey.FieldOwnerID, in.Owner)
	return f
}

// Journeys are journeys, newest first.
func Journeys(ctx context.Context, st *store.Store, in *JourneyFilter, p Page) (*JourneyConnection, error) {
	return page[*db.Journey](ctx, st, listOf(ctx, id.Journey, &Sort{ByOpenedAt, Descending}, in.conditions(ctx)), p)
}

func init() {
	firstPart[*db.Lead]("lead")
	parts[*db.Opportunity]("opportunities")
	parts[*db.Quote]("quotes")
	parts[*db.Contract]("contracts")
	parts[*db.Order]("orders")
	parts[*db.Shipment]("shipments")
	parts[*db.Acceptance]("acceptances")
	parts[*db.Invoice]("invoices")
	parts[*db.Allocation]("allocations")
	parts[*db.CreditNote]("creditNotes")
	compute(steps, id.Journey, "steps", "clock")
	compute(journeysWaiting, id.Journey, "waiting")
	figures[id.Journey][len(figures[id.Journey])-1].leads = true
}

// journeyPart is a record of a journey.
type journeyPart interface {
	db.Node
	JourneyOf() string
}

// parts are a journey's records of one kind, as they came to be.
func parts[R journeyPart](name string) {
	var none R
	relate(id.Journey, name, relation{none.NodeKind(), link{column: "journey_id", order: inOrder(none.NodeKind()), many: true}})
	compute(func(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
		of, err := partsOf[R](ctx, st, rs, s, name)
		for _, r := range rs {
			r.Derive(name, of[r.NodeID()])
		}
		return err
	}, id.Journey, name)
}

// firstPart is a journey's first record of one kind, or none.
func firstPart[R journeyPart](name string) {
	var none R
	relate(id.Journey, name, relation{none.NodeKind(), link{column: "journey_id", order: inOrder(none.NodeKind())}})
	compute(func(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
		of, err := partsOf[R](ctx, st, rs, s, name)
		for _, r := range rs {
			var none R
			r.Derive(name, none)
			if its := of[r.NodeID()]; len(its) > 0 {
				r.Derive(name, its[0])
			}
		}
		return err
	}, id.Journey, name)
}

func partsOf[R journeyPart](ctx context.Context, st *store.Store, rs []db.Node, s Selection, name string) (map[string][]R, error) {
	var none R
	kind := none.NodeKind()
	found, err := db.Nodes(ctx, st.Reader(), kind, sql.FieldIn("journey_id", idsOf(rs)...), rows(ctx, kind), inOrder(kind))
	if err != nil {
		return nil, store.Translate(err)
	}
	of := map[string][]R{}
	for _, n := range found {
		r := n.(R)
		of[r.JourneyOf()] = append(of[r.JourneyOf()], r)
	}
	asked, _ := s.at(name)
	return of, Bring(ctx, st, kind, found, asked)
}

// steps are the journeys' ways through the departments, and where their time went.
func steps(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	js := make([]*db.Journey, len(rs))
	for i, r := range rs {
		js[i] = r.(*db.Journey)
	}
	of, err := insight.Steps(ctx, st, js)
	if err != nil {
		return err
	}
	clocks, err := insight.Clocks(ctx, st, js, of)
	for _, j := range js {
		j.Derive("steps", of[j.ID])
		j.Derive("clock", clocks[j.ID])
	}
	return err
}

// journeysWaiting are what the journeys wait for, whoever holds it.
func journeysWaiting(ctx context.Context, st *store.Store, rs []db.Node, s Selection) error {
	asked, _ := s.at("waiting")
	found, err := waitingOf(ctx, st, held{journeys: idsOf(rs)}, asked)
	of := map[string][]*Waiting{}
	for _, w := range found {
		if w.JourneyID != nil {
			of[*w.JourneyID] = append(of[*w.JourneyID], w)
		}
	}
	for _, r := range rs {
		r.Derive("waiting", of[r.NodeID()])
	}
	return err
}
