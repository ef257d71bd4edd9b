package people

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// atOnce is how many records change hands in one transaction: a longer one would hold everybody's feed up.
const atOnce = 500

// HandOver moves what a user owns to others (R31): of each kind that is named, all open records that the caller may
// work on. Closed and posted documents keep who sold them; journeys follow the leads and opportunities that lead them,
// those that are left go where journeys are sent. More than 500 records go in several transactions; if one fails, the
// same call again moves the rest. The key is written with the last: a retry of what is done moves nothing.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID user.kind_without_owner, user.kind_twice, user.hand_over_self,
// user.inactive.
func HandOver(ctx context.Context, st *store.Store, in HandOverInput) (string, error) {
	if err := in.check(); err != nil {
		return "", err
	}
	if _, done, err := st.Done(ctx, "handOver", in); err != nil || done {
		return in.ID, err
	}
	ids, err := in.open(ctx, st)
	if err != nil {
		return "", store.Translate(err)
	}
	for len(ids) > atOnce {
		if err := in.give(keyless(ctx), st, ids[:atOnce]); err != nil {
			return "", err
		}
		ids = ids[atOnce:]
	}
	if err := in.give(ctx, st, ids); err != nil {
		return "", err
	}
	return in.ID, nil
}

// give moves a part in a transaction of its own.
func (in HandOverInput) give(ctx context.Context, st *store.Store, part []string) error {
	at := UserInput{ID: in.ID, ExpectedVersion: in.ExpectedVersion}
	_, _, err := onUserAnd(ctx, st, "handOver", in, at, part, func(ctx context.Context, tx *store.Tx, u *db.User) (*db.User, error) {
		return u, in.move(ctx, tx, part)
	})
	return err
}

// keyless is a context of a call without an idempotency key.
func keyless(ctx context.Context) context.Context {
	c := call.From(ctx)
	c.IdempotencyKey = ""
	return call.With(ctx, c)
}

func (in HandOverInput) check() error {
	var p fault.Problems
	seen := map[id.Kind]bool{}
	for i, part := range in.To {
		at := fmt.Sprintf("to.%d.", i)
		_, ok := estateOf(part.Kind)
		p.Unless(ok, at+"kind", "user.kind_without_owner")
		p.Unless(!seen[part.Kind], at+"kind", "user.kind_twice")
		p.Unless(part.UserID != in.ID, at+"userId", "user.hand_over_self")
		seen[part.Kind] = true
	}
	return p.Err()
}

// open are the ids of what shall move, journeys last.
func (in HandOverInput) open(ctx context.Context, st *store.Store) ([]string, error) {
	var ids []string
	for _, e := range estates {
		if in.heir(e.kind) == "" {
			continue
		}
		rs, err := db.Nodes(ctx, st.Reader(), e.kind, ownedBy(in.ID), e.open, access.Editable(call.From(ctx).Viewer, e.kind))
		if err != nil {
			return nil, err
		}
		for _, r := range rs {
			ids = append(ids, r.NodeID())
		}
	}
	return ids, nil
}

// heir is who gets a kind; "" where it stays.
func (in HandOverInput) heir(kind id.Kind) string {
	for _, part := range in.To {
		if part.Kind == kind {
			return part.UserID
		}
	}
	return ""
}

// move gives a part of the records to their heirs: those that are still the user's and open.
func (in HandOverInput) move(ctx context.Context, tx *store.Tx, ids []string) error {
	for i, part := range in.To {
		if err := activeAt(ctx, tx, part.UserID, fmt.Sprintf("to.%d.userId", i)); err != nil {
			return err
		}
	}
	moved := map[string]any{}
	for _, e := range estates {
		of := slices.DeleteFunc(slices.Clone(ids), func(r string) bool { k, _ := id.KindOf(r); return k != e.kind })
		if len(of) == 0 {
			continue
		}
		rs, err := db.Nodes(ctx, tx.Client, e.kind, sql.FieldIn("id", of...), ownedBy(in.ID), e.open, inOrder)
		if err != nil {
			return err
		}
		for _, r := range rs {
			if _, err := e.give(ctx, tx, r, in.heir(e.kind), flow.Newest); err != nil {
				return err
			}
		}
		if len(rs) > 0 {
			moved[string(e.kind)] = map[string]any{"to": in.heir(e.kind), "count": len(rs)}
		}
	}
	return audit.Write(ctx, tx.Store, audit.Event{Action: audit.HandedOver, Subject: in.ID, Details: moved})
}

// inOrder lists records as they came to be.
func inOrder(s *sql.Selector) { s.OrderBy(s.C("id")) }

// Holdings are how many records a user owns, of each kind of which there are some. rows narrows each kind to what may
// be counted; nil counts all.
func Holdings(ctx context.Context, c *db.Client, userID string, rows func(id.Kind) func(*sql.Selector)) ([]*Holding, error) {
	out := []*Holding{}
	for _, e := range estates {
		ws := []where{ownedBy(userID)}
		if rows != nil {
			ws = append(ws, rows(e.kind))
		}
		all, err := e.count(ctx, c, ws...)
		if err != nil {
			return nil, err
		}
		if all == 0 {
			continue
		}
		open, err := e.count(ctx, c, append(ws, e.open)...)
		if err != nil {
			return nil, err
		}
		out = append(out, &Holding{Kind: e.kind, Open: open, Closed: all - open})
	}
	return out, nil
}
