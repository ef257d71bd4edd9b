package marketing

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// CaptureLeadInput is a new lead.
type CaptureLeadInput struct {
	Name, Company       string
	Title, Phone, Email *string
	Wechat              *string
	Region, Industry    *string
	Need, Campaign      *string
	Origin              *lead.Origin
	OwnerID             *string
	NextStep            *string
	NextStepDue         *worktime.Date
}

// CaptureLead records a lead and begins its journey; with an owner it is assigned at once. The time of its first
// answer runs from now, by the company's calendar (R51).
//
// Errors: INVALID (lead.contact_needed where there is no way to answer it).
func CaptureLead(ctx context.Context, st *store.Store, in CaptureLeadInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "captureLead", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		l, err := captureLead(ctx, tx, in)
		if err != nil || in.OwnerID == nil {
			return record(l), err
		}
		return assign(ctx, tx, l, *in.OwnerID, flow.Newest)
	})
}

func (in *CaptureLeadInput) clean() error {
	var p fault.Problems
	p.Required("name", in.Name)
	p.Required("company", in.Company)
	p.Short("name", &in.Name, 200)
	p.Short("company", &in.Company, 200)
	p.Short("need", in.Need, 2000)
	p.Short("nextStep", in.NextStep, 500)
	sales.CleanPhone(&p, "phone", &in.Phone)
	sales.CleanEmail(&p, "email", &in.Email)
	p.Unless(in.Phone != nil || in.Email != nil || in.Wechat != nil, "phone", "lead.contact_needed")
	return p.Err()
}

func captureLead(ctx context.Context, tx *store.Tx, in CaptureLeadInput) (*db.Lead, error) {
	co, err := flow.CompanyOf(ctx, tx.Store, tx.Client)
	if err != nil {
		return nil, err
	}
	j, err := flow.OpenJourney(ctx, tx)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Leads)
	if err != nil {
		return nil, err
	}
	due := co.Calendar.Add(call.Now(ctx), time.Duration(co.FirstResponseHours)*time.Hour)
	return flow.Open(ctx, tx, tx.Lead.Create().
		SetNumber(number).SetJourneyID(j.ID).SetCurrency(co.Currency).SetFirstResponseDueAt(due).
		SetName(in.Name).SetCompany(in.Company).SetNillableTitle(in.Title).SetNillablePhone(in.Phone).
		SetNillableEmail(in.Email).SetNillableWechat(in.Wechat).SetNillableRegion(in.Region).
		SetNillableIndustry(in.Industry).SetNillableNeed(in.Need).SetNillableCampaign(in.Campaign).
		SetNillableOrigin(in.Origin).SetNillableNextStep(in.NextStep).SetNillableNextStepDue(in.NextStepDue),
		stage.New)
}

// record is the lead's, or an empty one where there is none.
func record(l *db.Lead) stage.Record {
	if l == nil {
		return stage.Record{}
	}
	return l.LogRecord()
}
