package store

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/externalref"
	"github.com/leadtocash/ltc/ltc/id"
)

// Known answers our ids of another system's records of a kind, by their ids there.
func Known(ctx context.Context, c *db.Client, system string, kind id.Kind) (map[string]string, error) {
	refs, err := c.ExternalRef.Query().Where(externalref.System(system), externalref.RecordKind(kind)).All(ctx)
	if err != nil {
		return nil, translate(err)
	}
	known := make(map[string]string, len(refs))
	for _, r := range refs {
		known[r.ExternalID] = r.RecordID
	}
	return known, nil
}

// Remember keeps another system's id of a record of ours; it is unique there.
func (tx *Tx) Remember(ctx context.Context, system, externalID string, kind id.Kind, recordID string) error {
	return tx.ExternalRef.Create().SetSystem(system).SetExternalID(externalID).SetRecordKind(kind).
		SetRecordID(recordID).Exec(ctx)
}
