package marketing

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// LeadField is a fact of a lead that can be emptied, by its column.
type LeadField string

// UpdateLeadInput is what changes of a lead; what is nil stays.
type UpdateLeadInput struct {
	ID                  string
	ExpectedVersion     int
	Name, Company       *string
	Title, Phone, Email *string
	Wechat              *string
	Region, Industry    *string
	Need, Campaign      *string
	Origin              *lead.Origin
	NextStep            *string
	NextStepDue         *worktime.Date
	Clear               []LeadField
}

// UpdateLead changes a lead's facts.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID.
func UpdateLead(ctx context.Context, st *store.Store, in UpdateLeadInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return onLead(ctx, st, "updateLead", in, in.ID, func(ctx context.Context, tx *store.Tx, l *db.Lead) (stage.Record, error) {
		u := tx.Lead.UpdateOne(l).SetNillableName(in.Name).SetNillableCompany(in.Company).
			SetNillableTitle(in.Title).SetNillablePhone(in.Phone).SetNillableEmail(in.Email).
			SetNillableWechat(in.Wechat).SetNillableRegion(in.Region).SetNillableIndustry(in.Industry).
			SetNillableNeed(in.Need).SetNillableCampaign(in.Campaign).SetNillableOrigin(in.Origin).
			SetNillableNextStep(in.NextStep).SetNillableNextStepDue(in.NextStepDue)
		for _, f := range in.Clear {
			if err := u.Mutation().ClearField(string(f)); err != nil {
				return stage.Record{}, err
			}
		}
		l, err := flow.Edit(ctx, tx, l, u, in.ExpectedVersion)
		return record(l), err
	})
}

func (in *UpdateLeadInput) clean() error {
	var p fault.Problems
	if in.Name != nil {
		p.Required("name", *in.Name)
	}
	if in.Company != nil {
		p.Required("company", *in.Company)
	}
	p.Short("name", in.Name, 200)
	p.Short("company", in.Company, 200)
	p.Short("need", in.Need, 2000)
	p.Short("nextStep", in.NextStep, 500)
	sales.CleanPhone(&p, "phone", &in.Phone)
	sales.CleanEmail(&p, "email", &in.Email)
	return p.Err()
}
