package finance

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Plan writes the billing schedule of a contract that was signed on a day: one item a term, the last one takes what
// rounding leaves over (R21). What falls due with the signature is triggered at once.
//
// Errors: INVALID plan.not_100_percent; GUARD_FAILED plan.item_empty where an item would be worth nothing.
func Plan(ctx context.Context, tx *store.Tx, ct *db.Contract, terms []pricing.Term, signedOn worktime.Date) error {
	percents := make([]money.Rate, len(terms))
	for i, t := range terms {
		percents[i] = t.Percent
	}
	amounts, err := pricing.Instalments(ct.GrossMinor, percents)
	if err != nil {
		return err
	}
	for i, t := range terms {
		item, err := planItem(ctx, tx, ct, t, i+1, amounts[i])
		if err != nil {
			return err
		}
		if dueWith(t, signedOn) {
			if err := trigger(ctx, tx, item, signedOn); err != nil {
				return err
			}
		}
	}
	return nil
}

func planItem(ctx context.Context, tx *store.Tx, ct *db.Contract, t pricing.Term, position int, minor int64) (*db.PaymentPlanItem, error) {
	if minor <= 0 {
		return nil, fault.Guard("plan.item_empty", "paymentTerms").With("name", t.Name)
	}
	return flow.Open(ctx, tx, tx.PaymentPlanItem.Create().
		SetContractID(ct.ID).SetAccountID(ct.AccountID).SetJourneyID(ct.JourneyID).SetPosition(position).SetName(t.Name).
		SetTrigger(paymentplanitem.Trigger(t.Trigger)).SetPercent(t.Percent).SetCurrency(ct.Currency).SetAmountMinor(minor).
		SetDueDays(t.DueDays).SetNillablePlannedOn(t.PlannedOn), stage.Planned)
}

// dueWith tells whether an instalment falls due with the signature: by its trigger, or by a date that has come.
func dueWith(t pricing.Term, signedOn worktime.Date) bool {
	return t.Trigger == pricing.OnSign ||
		t.Trigger == pricing.OnDate && t.PlannedOn != nil && !t.PlannedOn.After(signedOn)
}

// Trigger lets all instalments of a contract fall due that wait for an event, on the day it happened; those that did
// already stay as they are.
func Trigger(ctx context.Context, tx *store.Tx, contractID string, by pricing.Trigger, on worktime.Date) error {
	items, err := tx.PaymentPlanItem.Query().
		Where(paymentplanitem.ContractID(contractID), paymentplanitem.StageCategory(stage.Planned),
			paymentplanitem.TriggerEQ(paymentplanitem.Trigger(by))).
		Order(paymentplanitem.ByPosition()).All(ctx)
	if err != nil {
		return err
	}
	for _, item := range items {
		if err := trigger(ctx, tx, item, on); err != nil {
			return err
		}
	}
	return nil
}

func trigger(ctx context.Context, tx *store.Tx, item *db.PaymentPlanItem, on worktime.Date) error {
	to := flow.To(stage.Triggered).With(paymentplanitem.FieldTriggeredOn, on)
	_, err := flow.Move(ctx, tx, item.LogRecord(), to, flow.Newest)
	return err
}

// An instalment on a date falls due when the day comes, while its contract is performed.
func init() {
	flow.RegisterReader(flow.Reader{
		Name:  "finance.plan_dates",
		Wants: func(*db.Change) bool { return false },
		Daily: func(ctx context.Context, st *store.Store) error {
			due, err := dueByDate(ctx, st)
			if err != nil {
				return err
			}
			for _, item := range due {
				if err := triggerByDate(ctx, st, item); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

func dueByDate(ctx context.Context, st *store.Store) ([]string, error) {
	co, err := flow.CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return nil, err
	}
	return st.Reader().PaymentPlanItem.Query().
		Where(paymentplanitem.StageCategory(stage.Planned), paymentplanitem.TriggerEQ(paymentplanitem.TriggerDate),
			paymentplanitem.PlannedOnLTE(co.Calendar.Today(call.Now(ctx))),
			paymentplanitem.HasContractWith(contract.StageCategoryIn(stage.Signed, stage.Effective))).
		Order(paymentplanitem.ByPlannedOn(), paymentplanitem.ByID()).IDs(ctx)
}

// triggerByDate looks again under the lock: another server may have been faster.
func triggerByDate(ctx context.Context, st *store.Store, itemID string) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if err := flow.Lock(ctx, tx, itemID); err != nil {
			return err
		}
		item, err := tx.PaymentPlanItem.Get(ctx, itemID)
		if err != nil || item.StageCategory != stage.Planned {
			return err
		}
		return trigger(ctx, tx, item, *item.PlannedOn)
	})
}
