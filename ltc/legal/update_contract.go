package legal

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// UpdateContractInput is what changes of a draft contract; what is nil stays, lines and terms are replaced whole.
type UpdateContractInput struct {
	ID              string
	ExpectedVersion int
	Title           *string
	Lines           []finance.LineInput
	PaymentTerms    []finance.PaymentTermInput
	EffectiveFrom   *worktime.Date
	EffectiveTo     *worktime.Date
	Remark          *string
}

// UpdateContract changes a draft contract; its amounts follow from its lines (R8).
//
// Errors: NOT_FOUND; STALE_VERSION; GUARD_FAILED contract.not_draft; INVALID, with the path of the line's or the
// term's field.
func UpdateContract(ctx context.Context, st *store.Store, in UpdateContractInput) (string, error) {
	if err := cleanContract(in.Title, in.Remark, in.Lines); err != nil {
		return "", err
	}
	return onContract(ctx, st, "updateContract", in, in.ID, func(ctx context.Context, tx *store.Tx, ct *db.Contract) (stage.Record, error) {
		if err := flow.Expect(ct.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		if ct.StageCategory != stage.Draft {
			return stage.Record{}, fault.Guard("contract.not_draft")
		}
		u := tx.Contract.UpdateOne(ct).SetNillableTitle(in.Title).SetNillableRemark(in.Remark).
			SetNillableEffectiveFrom(in.EffectiveFrom).SetNillableEffectiveTo(in.EffectiveTo)
		if err := inOrder(either(in.EffectiveFrom, ct.EffectiveFrom), either(in.EffectiveTo, ct.EffectiveTo)); err != nil {
			return stage.Record{}, err
		}
		if err := in.reprice(ctx, tx, ct, u); err != nil {
			return stage.Record{}, err
		}
		if err := in.replan(ctx, tx, ct, u); err != nil {
			return stage.Record{}, err
		}
		ct, err := flow.Edit(ctx, tx, ct, u, in.ExpectedVersion)
		return record(ct), err
	})
}

// reprice replaces the lines where there are new ones.
func (in UpdateContractInput) reprice(ctx context.Context, tx *store.Tx, ct *db.Contract, u *db.ContractUpdateOne) error {
	if in.Lines == nil {
		return nil
	}
	t := finance.Terms{Currency: ct.Currency, TaxMode: pricing.TaxMode(ct.TaxMode), Rounding: pricing.Rounding(ct.Rounding)}
	lines, totals, err := finance.PriceLines(ctx, tx, t, in.Lines)
	if err != nil {
		return err
	}
	u.SetLines(written(ct.Currency, lines)).SetNetMinor(totals.NetMinor).SetTaxMinor(totals.TaxMinor).SetGrossMinor(totals.GrossMinor)
	return nil
}

// replan replaces the payment terms where there are new ones.
func (in UpdateContractInput) replan(ctx context.Context, tx *store.Tx, ct *db.Contract, u *db.ContractUpdateOne) error {
	if in.PaymentTerms == nil {
		return nil
	}
	account, err := tx.Account.Get(ctx, ct.AccountID)
	if err != nil {
		return err
	}
	terms, err := finance.PaymentTerms(in.PaymentTerms, account.PaymentDays)
	if err != nil {
		return err
	}
	u.SetPaymentTerms(terms)
	return nil
}

func either(given, stored *worktime.Date) *worktime.Date {
	if given != nil {
		return given
	}
	return stored
}
