package flow

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// load reads what the engine needs of a record of any kind, which is what its LogRecord says, and of its journey.
func load(ctx context.Context, tx *store.Tx, kind id.Kind, recordID string) (stage.Record, error) {
	r := stage.Record{Kind: kind, ID: recordID}
	j := &db.Journey{}
	t := db.Tables[kind]
	columns, into := columnsOf(t, &r)
	from := t.Name + " r"
	if t.HasJourney {
		columns = append(columns, "j.phase", "j.status", "j.amount_minor", "j.account_id", "j.owner_id")
		into = append(into, &j.Phase, &j.Status, &j.AmountMinor, &j.AccountID, &j.OwnerID)
		from += " JOIN journeys j ON j.id = r.journey_id"
	}
	err := tx.SQL.QueryRowContext(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM "+from+" WHERE r.id = $1", recordID).Scan(into...)
	if store.Missing(err) {
		return r, fault.NotFound(recordID)
	}
	if err == nil && t.HasJourney {
		j.ID = r.JourneyID
		tx.Seen[journeyKey{j.ID}] = j
	}
	return r, err
}

// columnsOf are the columns of a record as the engine knows it, and where they go.
func columnsOf(t db.Table, r *stage.Record) (columns []string, into []any) {
	add := func(has bool, column string, to any) {
		if has {
			columns, into = append(columns, column), append(into, to)
		}
	}
	add(true, "r.version", &r.Version)
	add(t.HasStage, "r.process_version", &r.ProcessVersion)
	add(t.HasStage, "r.stage", &r.Stage)
	add(t.HasStage, "r.stage_category", &r.Category)
	add(t.HasStage, "r.stage_entered_at", &r.EnteredAt)
	add(t.HasJourney, "r.journey_id", &r.JourneyID)
	add(t.Refs["account_id"] != "", "COALESCE(r.account_id, '')", &r.AccountID)
	add(t.HasOwner, "COALESCE(r.owner_id, '')", &r.OwnerID)
	add(t.Worth != "", "r."+t.Worth+"_minor", &r.AmountMinor)
	return columns, into
}
