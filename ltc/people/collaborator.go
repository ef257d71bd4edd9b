package people

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/collaborator"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// AddCollaborator lets somebody in on a record that is another's: for reading, or for the verbs of their roles.
//
// Errors: NOT_FOUND for a record that cannot be seen; FORBIDDEN access.read_only for one that can only be seen; INVALID
// collaborator.kind, user.inactive; CONFLICT collaborator.twice.
func AddCollaborator(ctx context.Context, st *store.Store, in AddCollaboratorInput) (string, error) {
	kind, ok := id.KindOf(in.RecordID)
	if !ok {
		return "", fault.NotFound(in.RecordID).At("recordId")
	}
	if _, ok := estateOf(kind); !ok {
		return "", fault.Invalid("collaborator.kind", nil).At("recordId")
	}
	verb := flow.Verb{Name: "addCollaborator", In: in, On: []string{in.RecordID}}
	return flow.Do(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if err := there(ctx, tx, kind, in.RecordID); err != nil {
			return stage.Record{}, err
		}
		if err := activeAt(ctx, tx, in.UserID, "userId"); err != nil {
			return stage.Record{}, err
		}
		twice, err := tx.Collaborator.Query().Where(collaborator.RecordID(in.RecordID), collaborator.UserID(in.UserID)).Exist(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		if twice {
			return stage.Record{}, fault.New(fault.CodeConflict, "collaborator.twice").At("userId")
		}
		c, err := tx.Collaborator.Create().SetRecordKind(kind).SetRecordID(in.RecordID).SetUserID(in.UserID).
			SetNillableLevel(in.Level).SetNillableCascade(in.Cascade).Save(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		return c.LogRecord(), audit.Write(ctx, st, audit.Event{Action: audit.CollaboratorSet, Subject: in.RecordID, Details: letIn(c)})
	})
}

// RemoveCollaborator lets somebody in no more, and answers the id of the record.
//
// Errors: NOT_FOUND; FORBIDDEN access.read_only for a record that can only be seen.
func RemoveCollaborator(ctx context.Context, st *store.Store, in RemoveCollaboratorInput) (string, error) {
	if err := flow.Kind(id.Collaborator, in.ID); err != nil {
		return "", err
	}
	verb := flow.Verb{Name: "removeCollaborator", In: in}
	c, err := st.Reader().Collaborator.Get(ctx, in.ID)
	switch {
	case err == nil:
		verb.On = []string{c.RecordID}
	case !store.Missing(err): // where it has gone a retry still gets its answer
		return "", store.Translate(err)
	}
	return flow.Do(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		n, err := tx.Collaborator.Delete().Where(collaborator.ID(in.ID)).Exec(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		if n == 0 || c == nil {
			return stage.Record{}, fault.NotFound(in.ID).At("id")
		}
		return stage.Record{Kind: c.RecordKind, ID: c.RecordID},
			audit.Write(ctx, st, audit.Event{Action: audit.CollaboratorGone, Subject: c.RecordID, Details: letIn(c)})
	})
}

// letIn is a collaborator for the audit.
func letIn(c *db.Collaborator) map[string]any {
	return map[string]any{"user": c.UserID, "level": string(c.Level), "cascade": c.Cascade}
}

// there refuses the id of a record that there is not.
func there(ctx context.Context, tx *store.Tx, kind id.Kind, recordID string) error {
	found, err := db.Nodes(ctx, tx.Client, kind, sql.FieldEQ("id", recordID))
	if err == nil && len(found) == 0 {
		return fault.NotFound(recordID).At("recordId")
	}
	return err
}
