package people

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Delegate lets a colleague stand in for a user from a day to a day, both included: the user's records then count as
// the delegate's own. Only administrators do it for somebody else.
//
// Errors: NOT_FOUND; INVALID delegation.self, delegation.past, delegation.ends_before, delegation.too_long,
// user.inactive; FORBIDDEN delegation.not_own.
func Delegate(ctx context.Context, st *store.Store, in DelegateInput) (string, error) {
	v := call.From(ctx).Viewer
	whose := v.UserID
	if in.UserID != nil {
		whose = *in.UserID
	}
	if flow.Kind(id.User, whose) != nil {
		return "", fault.NotFound(whose).At("userId")
	}
	if flow.Kind(id.User, in.DelegateID) != nil {
		return "", fault.NotFound(in.DelegateID).At("delegateId")
	}
	verb := flow.Verb{Name: "delegate", In: in, On: []string{whose}}
	return flow.Do(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if whose != v.UserID && !v.Admin() {
			return stage.Record{}, fault.New(fault.CodeForbidden, "delegation.not_own").At("userId")
		}
		from, err := in.span(ctx, tx, whose)
		if err != nil {
			return stage.Record{}, err
		}
		if err := activeAt(ctx, tx, whose, "userId"); err != nil {
			return stage.Record{}, err
		}
		if err := activeAt(ctx, tx, in.DelegateID, "delegateId"); err != nil {
			return stage.Record{}, err
		}
		d, err := tx.Delegation.Create().SetUserID(whose).SetDelegateID(in.DelegateID).SetStartsOn(from).
			SetEndsOn(in.EndsOn).Save(ctx)
		if err != nil {
			return stage.Record{}, err
		}
		return d.LogRecord(), audit.Write(ctx, st, audit.Event{
			Action: audit.DelegationSet, Subject: whose, Details: said(d),
		})
	})
}

// span checks the days and answers the first.
func (in DelegateInput) span(ctx context.Context, tx *store.Tx, whose string) (from worktime.Date, err error) {
	today, err := flow.Today(ctx, tx)
	if err != nil {
		return from, err
	}
	from = today
	if in.StartsOn != nil {
		from = *in.StartsOn
	}
	var p fault.Problems
	p.Unless(in.DelegateID != whose, "delegateId", "delegation.self")
	p.Unless(!from.Before(today), "startsOn", "delegation.past")
	p.Unless(!in.EndsOn.Before(from), "endsOn", "delegation.ends_before")
	p.Unless(!in.EndsOn.After(from.AddMonths(12)), "endsOn", "delegation.too_long")
	return from, p.Err()
}

// EndDelegation ends a delegation at once: its last day was yesterday. One that began today or later is taken away as
// if it had never been.
//
// Errors: NOT_FOUND, also for who has no part in it.
func EndDelegation(ctx context.Context, st *store.Store, in EndDelegationInput) (string, error) {
	if err := flow.Kind(id.Delegation, in.ID); err != nil {
		return "", err
	}
	verb := flow.Verb{Name: "endDelegation", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, verb, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		d, err := tx.Delegation.Get(ctx, in.ID)
		if store.Missing(err) {
			return stage.Record{}, fault.NotFound(in.ID).At("id")
		}
		if err != nil {
			return stage.Record{}, err
		}
		today, err := flow.Today(ctx, tx)
		if err == nil && !d.EndsOn.Before(today) {
			err = endDelegation(ctx, tx, d, today)
		}
		return d.LogRecord(), err
	})
}

func endDelegation(ctx context.Context, tx *store.Tx, d *db.Delegation, today worktime.Date) error {
	var err error
	if d.StartsOn.Before(today) {
		err = tx.Delegation.UpdateOne(d).SetEndsOn(today.AddDays(-1)).AddVersion(1).Exec(ctx)
	} else {
		err = tx.Delegation.DeleteOne(d).Exec(ctx)
	}
	if err != nil {
		return err
	}
	return audit.Write(ctx, tx.Store, audit.Event{Action: audit.DelegationEnded, Subject: d.UserID, Details: said(d)})
}

// said is a delegation for the audit.
func said(d *db.Delegation) map[string]any {
	return map[string]any{"delegate": d.DelegateID, "startsOn": d.StartsOn.String(), "endsOn": d.EndsOn.String()}
}
