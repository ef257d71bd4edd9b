package legal

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ltc/delivery"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// SignContractInput is the signatures.
type SignContractInput struct {
	ID               string
	ExpectedVersion  int
	SignedOn         *worktime.Date
	SignedByUs       string
	SignedByCustomer string
	EffectiveFrom    *worktime.Date
}

// SignContract records both signatures: the billing schedule is written, what falls due with the signature may be
// billed, and the order is opened. The contract is effective at once, or on its date (R24). A contract that is signed
// already answers that, and changes nothing.
//
// Errors: NOT_FOUND; STALE_VERSION; TRANSITION_NOT_ALLOWED for one that is not approved; INVALID (date.in_future,
// contract.ends_before_it_begins); GUARD_FAILED (contract.needs_lines, plan.not_100_percent, plan.item_empty).
func SignContract(ctx context.Context, st *store.Store, in SignContractInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return onContract(ctx, st, "signContract", in, in.ID, func(ctx context.Context, tx *store.Tx, ct *db.Contract) (stage.Record, error) {
		if ct.SignedOn != nil {
			return ct.LogRecord(), nil
		}
		if err := flow.Expect(ct.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		ct, err := sign(ctx, tx, ct, in)
		if err != nil {
			return stage.Record{}, err
		}
		if err := finance.Plan(ctx, tx, ct, ct.PaymentTerms, *ct.SignedOn); err != nil {
			return stage.Record{}, err
		}
		if _, err := delivery.OpenOrder(ctx, tx, ct); err != nil {
			return stage.Record{}, err
		}
		return takeEffect(ctx, tx, ct)
	})
}

func (in SignContractInput) clean() error {
	var p fault.Problems
	p.Required("signedByUs", in.SignedByUs)
	p.Required("signedByCustomer", in.SignedByCustomer)
	p.Short("signedByUs", &in.SignedByUs, 2000)
	p.Short("signedByCustomer", &in.SignedByCustomer, 2000)
	return p.Err()
}

// sign brings an approved contract through signing to signed, and answers it as it is then.
func sign(ctx context.Context, tx *store.Tx, ct *db.Contract, in SignContractInput) (*db.Contract, error) {
	signedOn, err := finance.Happened(ctx, tx, "signedOn", in.SignedOn)
	if err != nil {
		return nil, err
	}
	if err := inOrder(either(in.EffectiveFrom, ct.EffectiveFrom), ct.EffectiveTo); err != nil {
		return nil, err
	}
	r := ct.LogRecord()
	if r.Category != stage.Signing {
		if r, err = flow.Move(ctx, tx, r, flow.To(stage.Signing), flow.Newest); err != nil {
			return nil, err
		}
	}
	to := flow.To(stage.Signed).With(contract.FieldSignedOn, signedOn).
		With(contract.FieldSignedByUs, in.SignedByUs).With(contract.FieldSignedByCustomer, in.SignedByCustomer)
	if in.EffectiveFrom != nil {
		to = to.With(contract.FieldEffectiveFrom, *in.EffectiveFrom)
	}
	if _, err := flow.Move(ctx, tx, r, to, flow.Newest); err != nil {
		return nil, err
	}
	return tx.Contract.Get(ctx, ct.ID)
}
