package flow

import (
	"context"
	"encoding/json"
	"time"

	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// row is what a row of the log says beyond the record and the call.
type row struct {
	kind            change.Kind
	from, to        stage.Stage
	entered         time.Time // into the stage that it leaves; zero for an opening
	reason, comment string
	guards          []stage.Guard
	fields          []stage.FieldChange
}

// write appends a row to the log, which is written with the commit. It is the only place that does.
func write(ctx context.Context, tx *store.Tx, r stage.Record, w row) error {
	co, err := CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return err
	}
	c := call.From(ctx)
	at := c.Now
	if w.kind == change.KindMoved {
		at = r.EnteredAt
	}
	var entered any
	var elapsed, business int64
	if w.kind == change.KindMoved {
		entered = w.entered.UTC()
		elapsed = int64(at.Sub(w.entered) / time.Second)
		business = int64(co.Calendar.Elapsed(w.entered, at) / time.Second)
	}
	fields, err := jsonOrNull(w.fields)
	if err != nil {
		return err
	}
	guards, err := jsonOrNull(guardNames(w.guards))
	if err != nil {
		return err
	}
	tx.Append(theLog,
		string(w.kind), string(r.Kind), r.ID, r.Version, orNull(r.JourneyID), orNull(r.AccountID), orNull(r.OwnerID),
		string(w.to.Department), co.ID, r.ProcessVersion, w.from.Key, w.to.Key, string(w.from.Category),
		string(w.to.Category), fields, c.Viewer.Principal, string(c.Viewer.Kind), c.ClientMutationID, c.Correlation,
		entered, at, elapsed, business, w.reason, w.comment, guards, co.Currency, r.AmountMinor,
	)
	tx.Logged = true
	return nil
}

// theLog is where changes are written.
var theLog = &store.Appended{Table: "changes", Columns: []string{
	"kind", "subject_kind", "subject_id", "subject_version", "journey_id", "account_id", "owner_id", "department",
	"legal_entity_id", "process_version", "from_stage", "to_stage", "from_category", "to_category", "fields",
	"actor", "actor_kind", "client_mutation_id", "correlation_id", "entered_previous_at", "at", "elapsed_seconds",
	"business_seconds", "reason", "comment", "guards", "currency", "amount_minor",
}}

func guardNames(gs []stage.Guard) []string {
	var names []string
	for _, g := range gs {
		names = append(names, g.Name)
	}
	return names
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func jsonOrNull[T any](v []T) (any, error) {
	if len(v) == 0 {
		return nil, nil
	}
	b, err := json.Marshal(v)
	return string(b), err
}
