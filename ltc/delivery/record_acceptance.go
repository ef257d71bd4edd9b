package delivery

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/acceptance"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// AcceptanceLineInput is how much of an order line was accepted and refused.
type AcceptanceLineInput struct {
	OrderLineID string
	Accepted    money.Quantity
	Rejected    *money.Quantity
}

// RecordAcceptanceInput is what the customer accepted.
type RecordAcceptanceInput struct {
	OrderID         string
	ExpectedVersion int // the order's
	Kind            *acceptance.Kind
	Lines           []AcceptanceLineInput
	AcceptedOn      *worktime.Date
	Signer, Remark  *string
}

// verdict is what the customer says of an order line.
type verdict struct{ accepted, rejected money.Quantity }

// RecordAcceptance records what the customer accepted and refused of what was delivered and is not accepted yet; what
// was refused may be offered again (R35). When all of the order is accepted, the instalments that wait for that fall
// due. It answers the acceptance, and leaves the order as it is.
//
// Errors: NOT_FOUND; STALE_VERSION (the order's); GUARD_FAILED acceptance.nothing_delivered; INVALID (date.in_future,
// input.negative, line.of_other_order, partial.not_positive, partial.exceeds_line).
func RecordAcceptance(ctx context.Context, st *store.Store, in RecordAcceptanceInput) (string, error) {
	var p fault.Problems
	p.Short("signer", in.Signer, 2000)
	p.Short("remark", in.Remark, 2000)
	if err := p.Err(); err != nil {
		return "", err
	}
	return onOrder(ctx, st, "recordAcceptance", in, in.OrderID, func(ctx context.Context, tx *store.Tx, o *db.Order) (stage.Record, error) {
		if err := flow.Expect(o.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		acceptedOn, err := finance.Happened(ctx, tx, "acceptedOn", in.AcceptedOn)
		if err != nil {
			return stage.Record{}, err
		}
		verdicts, err := judged(ctx, tx, o, in.Lines)
		if err != nil {
			return stage.Record{}, err
		}
		r, err := accept(ctx, tx, o, in, acceptedOn, verdicts)
		if err != nil {
			return r, err
		}
		return r, fallDue(ctx, tx, o.ID, acceptedOn)
	})
}

// judged are the verdicts on an order's lines: those given, or all that was delivered and not accepted is right.
func judged(ctx context.Context, tx *store.Tx, o *db.Order, given []AcceptanceLineInput) (map[string]verdict, error) {
	done, err := Quantities(ctx, tx.Client, []string{o.ID})
	if err != nil {
		return nil, err
	}
	left := finance.Left{}
	verdicts := map[string]verdict{}
	for _, l := range o.Edges.Lines {
		left[l.ID] = done[l.ID].Delivered - done[l.ID].Accepted
		if len(given) == 0 {
			verdicts[l.ID] = verdict{accepted: left[l.ID]}
		}
	}
	if left.None() {
		return nil, fault.Guard("acceptance.nothing_delivered", "shipments")
	}
	for i, g := range given {
		v, f := g.judge(left)
		if f != nil {
			return nil, f.Under(fmt.Sprintf("lines.%d", i))
		}
		verdicts[g.OrderLineID] = verdict{verdicts[g.OrderLineID].accepted + v.accepted, verdicts[g.OrderLineID].rejected + v.rejected}
	}
	return verdicts, nil
}

func (in AcceptanceLineInput) judge(left finance.Left) (verdict, *fault.Error) {
	v := verdict{accepted: in.Accepted}
	if in.Rejected != nil {
		v.rejected = *in.Rejected
	}
	if v.accepted < 0 {
		return v, fault.Invalid("input.negative", nil).At("accepted")
	}
	if v.rejected < 0 {
		return v, fault.Invalid("input.negative", nil).At("rejected")
	}
	return v, left.Take(in.OrderLineID, "accepted", v.accepted+v.rejected)
}

// accept writes the acceptance and brings it through its test: to accepted where anything was, else to rejected.
func accept(ctx context.Context, tx *store.Tx, o *db.Order, in RecordAcceptanceInput, on worktime.Date, verdicts map[string]verdict) (stage.Record, error) {
	number, err := tx.Number(ctx, store.Acceptances)
	if err != nil {
		return stage.Record{}, err
	}
	a, err := flow.Open(ctx, tx, tx.Acceptance.Create().
		SetNumber(number).SetOrderID(o.ID).SetAccountID(o.AccountID).SetJourneyID(o.JourneyID).
		SetNillableOwnerID(o.OwnerID).SetNillableKind(in.Kind).SetAcceptedOn(on).SetNillableSigner(in.Signer).
		SetNillableRemark(in.Remark), stage.Draft)
	if err != nil {
		return stage.Record{}, err
	}
	to, err := writeVerdicts(ctx, tx, a, o.Edges.Lines, verdicts)
	if err != nil {
		return stage.Record{}, err
	}
	r, err := flow.Move(ctx, tx, a.LogRecord(), flow.To(stage.Testing), flow.Newest)
	if err != nil {
		return r, err
	}
	return flow.Move(ctx, tx, r, flow.To(to), flow.Newest)
}

// writeVerdicts writes the acceptance's lines and answers what they make of it.
func writeVerdicts(ctx context.Context, tx *store.Tx, a *db.Acceptance, of []*db.OrderLine, verdicts map[string]verdict) (stage.Category, error) {
	to := stage.Rejected
	var lines []*db.AcceptanceLineCreate
	for _, l := range of {
		v := verdicts[l.ID]
		if v.accepted > 0 {
			to = stage.Accepted
		}
		if v.accepted+v.rejected > 0 {
			lines = append(lines, tx.AcceptanceLine.Create().SetAcceptanceID(a.ID).SetOrderLineID(l.ID).
				SetAccepted(v.accepted).SetRejected(v.rejected))
		}
	}
	return to, tx.AcceptanceLine.CreateBulk(lines...).Exec(ctx)
}
