package flow

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// OpenJourney begins a journey, which nobody else can see yet; its first record is opened right after.
func OpenJourney(ctx context.Context, tx *store.Tx) (*db.Journey, error) {
	co, err := CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Journeys)
	if err != nil {
		return nil, err
	}
	return tx.Journey.Create().SetNumber(number).SetCurrency(co.Currency).SetOpenedAt(call.Now(ctx)).Save(ctx)
}

// phases in the order of the chain: a journey's phase never goes back.
var phases = []journey.Phase{
	journey.PhaseLead, journey.PhaseOpportunity, journey.PhaseContract, journey.PhaseOrder, journey.PhaseCash, journey.PhaseCare,
}

// keepJourney brings the record's journey up to what happened to the record: its phase, value, account and owner, and
// how it stands. A record without a journey, or a kind that is no part of one, changes none.
func keepJourney(ctx context.Context, tx *store.Tx, r stage.Record, from, to stage.Stage) error {
	m := machines[r.Kind]
	if r.JourneyID == "" || m == nil {
		return nil
	}
	j, err := journeyOf(ctx, tx, r.JourneyID)
	if err != nil {
		return err
	}
	u := tx.Journey.Update().Where(journey.ID(j.ID))
	kept := keepFacts(u, j, r, m, to)
	if from.Category != to.Category {
		kept = keepStatus(ctx, u, j, m, from, to) || kept
	}
	if !kept {
		return nil
	}
	delete(tx.Seen, journeyKey{j.ID})
	return u.AddVersion(1).Exec(ctx)
}

// journeyKey is a journey as this transaction, which has locked it, has seen it.
type journeyKey struct{ id string }

// journeyOf is what keepJourney needs of a journey.
func journeyOf(ctx context.Context, tx *store.Tx, journeyID string) (*db.Journey, error) {
	if j, ok := tx.Seen[journeyKey{journeyID}].(*db.Journey); ok {
		return j, nil
	}
	j, err := tx.Journey.Query().Where(journey.ID(journeyID)).Select(journey.FieldPhase, journey.FieldStatus,
		journey.FieldAmountMinor, journey.FieldAccountID, journey.FieldOwnerID).Only(ctx)
	if err == nil {
		tx.Seen[journeyKey{journeyID}] = j
	}
	return j, err
}

func keepFacts(u *db.JourneyUpdate, j *db.Journey, r stage.Record, m *machine, to stage.Stage) (kept bool) {
	if slices.Index(phases, m.phase) > slices.Index(phases, j.Phase) {
		u.SetPhase(m.phase)
		kept = true
	}
	if slices.Contains(m.values, to.Category) && r.AmountMinor != j.AmountMinor {
		u.SetAmountMinor(r.AmountMinor)
		kept = true
	}
	if r.AccountID != "" && (j.AccountID == nil || *j.AccountID != r.AccountID) {
		u.SetAccountID(r.AccountID)
		kept = true
	}
	if r.OwnerID != "" && leads(m.phase, j.Phase) && (j.OwnerID == nil || *j.OwnerID != r.OwnerID) {
		u.SetOwnerID(r.OwnerID)
		kept = true
	}
	return kept
}

// leads tells whether a record of a phase says who owns its journey: the seller does, up to the contract.
func leads(phase, reached journey.Phase) bool {
	return phase == journey.PhaseLead && reached == journey.PhaseLead || phase == journey.PhaseOpportunity
}

func keepStatus(ctx context.Context, u *db.JourneyUpdate, j *db.Journey, m *machine, from, to stage.Stage) bool {
	now := call.Now(ctx)
	end, ends := m.ends[to.Category]
	_, ended := m.ends[from.Category]
	switch {
	case ends && end != j.Status:
		u.SetStatus(end).SetEndedAt(now)
		if end == journey.StatusCashed {
			u.SetCashCompleteAt(now)
		}
		return true
	case ended && !ends && j.Status != journey.StatusOpen:
		u.SetStatus(journey.StatusOpen).ClearEndedAt().ClearCashCompleteAt()
		return true
	}
	return false
}
