package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// QualifyLeadInput is what is known of budget, authority, need and timeline (BANT).
type QualifyLeadInput struct {
	ID              string
	ExpectedVersion int
	Budget          *money.Input
	BudgetStatus    *lead.BudgetStatus
	Authority, Pain *string
	Timeline        *worktime.Date
	Reason          *string
}

// QualifyLead finds a lead worth a sale: three of the four of BANT, or a reason (domain.md, 4.2).
//
// Errors: NOT_FOUND; STALE_VERSION; GUARD_FAILED (lead.bant_incomplete); INVALID; TRANSITION_NOT_ALLOWED.
func QualifyLead(ctx context.Context, st *store.Store, in QualifyLeadInput) (string, error) {
	return onLead(ctx, st, "qualifyLead", in, in.ID, func(ctx context.Context, tx *store.Tx, l *db.Lead) (stage.Record, error) {
		u := tx.Lead.UpdateOne(l).SetNillableBudgetStatus(in.BudgetStatus).SetNillableAuthority(in.Authority).
			SetNillablePain(in.Pain).SetNillableTimeline(in.Timeline).SetNillableQualifyReason(in.Reason)
		budget, err := money.MinorOf(l.Currency, "budget", in.Budget)
		if err != nil {
			return stage.Record{}, err
		}
		if u.SetNillableBudgetMinor(budget); l.FirstRespondedAt == nil {
			u.SetFirstRespondedAt(call.Now(ctx))
		}
		l, err = flow.Edit(ctx, tx, l, u, in.ExpectedVersion)
		if err != nil {
			return stage.Record{}, err
		}
		return flow.Move(ctx, tx, l.LogRecord(), flow.To(stage.Qualified), flow.Newest)
	})
}

// DisqualifyLeadInput is a lead and why it ends.
type DisqualifyLeadInput struct {
	ID              string
	ExpectedVersion int
	Reason          string
}

// DisqualifyLead ends a lead, with a reason; its journey is lost.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID without a reason; TRANSITION_NOT_ALLOWED.
func DisqualifyLead(ctx context.Context, st *store.Store, in DisqualifyLeadInput) (string, error) {
	var p fault.Problems
	p.Required("reason", in.Reason)
	p.Short("reason", &in.Reason, 2000)
	if err := p.Err(); err != nil {
		return "", err
	}
	return onLead(ctx, st, "disqualifyLead", in, in.ID, func(ctx context.Context, tx *store.Tx, l *db.Lead) (stage.Record, error) {
		to := flow.To(stage.Disqualified).Because(in.Reason).With(lead.FieldDisqualifyReason, in.Reason)
		return flow.Move(ctx, tx, l.LogRecord(), to, in.ExpectedVersion)
	})
}
