package people

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

const mostTransferred = 200

// TransferOwnership gives records to another owner (R31), each on its own: one that cannot be given is reported and
// holds no other back. With children the open records go along that belong to it and have the same owner, or none: an
// account's opportunities, quotes, contracts, orders and journeys; of anything else, what belongs to the same journey.
//
// Errors: INVALID transfer.too_many, user.inactive; NOT_FOUND for the new owner.
func TransferOwnership(ctx context.Context, st *store.Store, in TransferOwnershipInput) ([]*Transferred, error) {
	if len(in.Records) > mostTransferred {
		return nil, fault.Invalid("transfer.too_many", map[string]any{"most": mostTransferred}).At("records")
	}
	if err := flow.Kind(id.User, in.OwnerID); err != nil {
		return nil, err
	}
	ts, on, err := in.plan(ctx, st)
	if err != nil {
		return nil, store.Translate(err)
	}
	var out []*Transferred
	verb := flow.Verb{Name: "transferOwnership", In: in.asked(), On: on}
	_, before, err := flow.Attempt(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if err := Active(ctx, tx, in.OwnerID); err != nil {
			return stage.Record{}, err
		}
		out = nil
		for _, t := range ts {
			done, err := t.run(ctx, tx, in.OwnerID)
			if err != nil {
				return stage.Record{}, err
			}
			out = append(out, done)
		}
		return stage.Record{Kind: id.User, ID: in.OwnerID}, nil
	})
	if err == nil && before {
		return in.done(ctx, st)
	}
	return out, err
}

// asked is what the verb is told: not the records by their ids, of which each is refused on its own.
func (in TransferOwnershipInput) asked() any {
	asked := struct {
		OwnerID      string
		WithChildren bool
		Records      []string
	}{OwnerID: in.OwnerID, WithChildren: in.WithChildren != nil && *in.WithChildren}
	for _, r := range in.Records {
		asked.Records = append(asked.Records, fmt.Sprintf("%s@%d", r.ID, r.ExpectedVersion))
	}
	return asked
}

// done is what a retry hears: the records as they stand now.
func (in TransferOwnershipInput) done(ctx context.Context, st *store.Store) ([]*Transferred, error) {
	out := []*Transferred{}
	for _, r := range in.Records {
		found, err := seenRecord(ctx, st.Reader(), r.ID, access.Rows)
		if err != nil {
			return nil, store.Translate(err)
		}
		t := &Transferred{ID: r.ID, Done: found != nil && found.LogRecord().OwnerID == in.OwnerID}
		if !t.Done {
			t.Reason = given(fault.NotFound(r.ID).Error())
		}
		out = append(out, t)
	}
	return out, nil
}

// transfer is one record to be given away, with those that go along.
type transfer struct {
	RecordVersionInput
	estate   estate
	children []string // ids, journeys last
	refused  error    // before anything was tried
}

// plan finds what shall change hands, outside of the transaction, so that it can begin by locking all of it. What the
// caller does not see, or may only read, is refused without a sign of which.
func (in TransferOwnershipInput) plan(ctx context.Context, st *store.Store) (ts []transfer, on []string, err error) {
	for _, r := range in.Records {
		t := transfer{RecordVersionInput: r}
		kind, _ := id.KindOf(r.ID)
		e, ok := estateOf(kind)
		t.estate = e
		if !ok {
			t.refused = fault.Invalid("transfer.no_owner", nil)
			ts = append(ts, t)
			continue
		}
		found, err := seenRecord(ctx, st.Reader(), r.ID, access.Editable)
		if err != nil {
			return nil, nil, err
		}
		if found == nil {
			t.refused = fault.NotFound(r.ID)
			ts = append(ts, t)
			continue
		}
		on = append(on, r.ID)
		if in.WithChildren != nil && *in.WithChildren {
			if t.children, err = children(ctx, st.Reader(), found.LogRecord()); err != nil {
				return nil, nil, err
			}
			on = append(on, t.children...)
		}
		ts = append(ts, t)
	}
	return ts, on, nil
}

// seenRecord is a record that people own, where the rows hold for it; else nil.
func seenRecord(
	ctx context.Context, c *db.Client, recordID string, rows func(call.Viewer, id.Kind) func(*sql.Selector), ws ...where,
) (record, error) {
	kind, _ := id.KindOf(recordID)
	if _, ok := estateOf(kind); !ok {
		return nil, nil
	}
	ws = append(ws, sql.FieldEQ("id", recordID), rows(call.From(ctx).Viewer, kind))
	found, err := db.Nodes(ctx, c, kind, ws...)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0].(record), nil
}

// children are the open records that go along with one, of the same owner or of none.
func children(ctx context.Context, c *db.Client, of stage.Record) ([]string, error) {
	viewer := call.From(ctx).Viewer
	column, value := "journey_id", of.JourneyID
	kinds := []id.Kind{
		id.Lead, id.Opportunity, id.Quote, id.Contract, id.Order, id.Shipment, id.Acceptance, id.Invoice, id.CreditNote,
	}
	switch of.Kind {
	case id.Account:
		column, value = "account_id", of.ID
		kinds = []id.Kind{id.Opportunity, id.Quote, id.Contract, id.Order, id.Journey}
	case id.Journey:
		value = of.ID
	}
	var ids []string
	for _, e := range estates {
		if value == "" || !slices.Contains(kinds, e.kind) {
			continue
		}
		found, err := db.Nodes(ctx, c, e.kind, sql.FieldEQ(column, value), sameOwner(of.OwnerID), e.open,
			sql.FieldNEQ("id", of.ID), access.Editable(viewer, e.kind), inOrder)
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			ids = append(ids, r.NodeID())
		}
	}
	if value != "" && column == "journey_id" && of.Kind != id.Journey {
		ids = append(ids, value)
	}
	return ids, nil
}

// sameOwner holds for what belongs to the same person as the record that is given away, or to nobody.
func sameOwner(ownerID string) where {
	if ownerID == "" {
		return sql.FieldIsNull("owner_id")
	}
	return sql.OrPredicates(ownedBy(ownerID), sql.FieldIsNull("owner_id"))
}

// run gives a record and what goes along, or neither; a refusal is reported, anything else ends all.
func (t transfer) run(ctx context.Context, tx *store.Tx, ownerID string) (*Transferred, error) {
	err := t.refused
	if err == nil {
		err = tx.Savepoint(ctx, func() error { return t.give(ctx, tx, ownerID) })
	}
	f := fault.Of(err)
	switch {
	case err == nil:
		return &Transferred{ID: t.ID, Done: true}, nil
	case f != nil:
		return &Transferred{ID: t.ID, Reason: given(f.Error())}, nil
	}
	return nil, err
}

func (t transfer) give(ctx context.Context, tx *store.Tx, ownerID string) error {
	r, err := seenRecord(ctx, tx.Client, t.ID, access.Editable)
	if err != nil {
		return err
	}
	if r == nil {
		return fault.NotFound(t.ID)
	}
	was := r.LogRecord()
	if n, err := t.estate.count(ctx, tx.Client, sql.FieldEQ("id", t.ID), t.estate.open); err != nil || n == 0 {
		if err == nil {
			err = fault.Guard("transfer.over")
		}
		return err
	}
	if err := access.MayFor(ctx, "transferOwnership", was.AmountMinor); err != nil {
		return err
	}
	if _, err := t.estate.give(ctx, tx, r, ownerID, t.ExpectedVersion); err != nil {
		return err
	}
	for _, child := range t.children {
		kind, _ := id.KindOf(child)
		e, _ := estateOf(kind)
		c, err := seenRecord(ctx, tx.Client, child, access.Editable, sameOwner(was.OwnerID), e.open)
		if err != nil {
			return err
		}
		if c == nil { // it has closed since, or followed already
			continue
		}
		if _, err := e.give(ctx, tx, c, ownerID, flow.Newest); err != nil {
			return err
		}
	}
	return nil
}
