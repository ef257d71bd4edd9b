package marketing

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// ConvertLeadInput is what a lead becomes.
type ConvertLeadInput struct {
	ID                   string
	ExpectedVersion      int
	AccountID, ContactID *string
	OpportunityName      *string
	Amount               *money.Input
	ExpectedClose        *worktime.Date
	OwnerID              *string
}

// ConvertLead makes a qualified lead an opportunity: its account and contact are found or made, its journey goes on.
// A lead that is converted already answers what it became, and changes nothing.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID; TRANSITION_NOT_ALLOWED for one that is not qualified.
func ConvertLead(ctx context.Context, st *store.Store, in ConvertLeadInput) (string, error) {
	return onLead(ctx, st, "convertLead", in, in.ID, func(ctx context.Context, tx *store.Tx, l *db.Lead) (stage.Record, error) {
		if l.StageCategory == stage.Converted {
			return l.LogRecord(), nil
		}
		if err := flow.Expect(l.LogRecord(), in.ExpectedVersion); err != nil {
			return stage.Record{}, err
		}
		return convert(ctx, tx, l, in)
	})
}

func convert(ctx context.Context, tx *store.Tx, l *db.Lead, in ConvertLeadInput) (stage.Record, error) {
	owner := heir(ctx, l, in.OwnerID)
	account, err := sales.AccountFor(ctx, tx, in.AccountID, sales.Prospect{
		Name: l.Company, OwnerID: owner, Industry: l.Industry, Region: l.Region,
	})
	if err != nil {
		return stage.Record{}, err
	}
	contact, err := sales.ContactFor(ctx, tx, in.ContactID, account.ID, sales.Person{
		Name: l.Name, Title: l.Title, Phone: l.Phone, Email: l.Email, Wechat: l.Wechat, OwnerID: owner,
	})
	if err != nil {
		return stage.Record{}, err
	}
	amount, err := money.MinorOf(l.Currency, "amount", in.Amount)
	if err != nil {
		return stage.Record{}, err
	}
	if amount == nil {
		amount = l.BudgetMinor
	}
	opp, err := sales.OpenOpportunity(ctx, tx, sales.Need{
		JourneyID: l.JourneyID, LeadID: &l.ID, AccountID: &account.ID, ContactID: &contact.ID, OwnerID: owner,
		Name: nameOf(l, in.OpportunityName), AmountMinor: amount, ExpectedClose: in.ExpectedClose, Needs: l.Need,
		NextStep: l.NextStep, NextStepDue: l.NextStepDue,
	})
	if err != nil {
		return stage.Record{}, err
	}
	to := flow.To(stage.Converted).With(lead.FieldAccountID, account.ID).With(lead.FieldContactID, contact.ID).
		With(lead.FieldOpportunityID, opp.ID).With(lead.FieldConvertedAt, call.Now(ctx))
	r := l.LogRecord()
	r.AccountID = account.ID // so that the log's row bears the account from here on
	return flow.Move(ctx, tx, r, to, flow.Newest)
}

// heir is who shall win the opportunity: who was named, else the lead's owner, else the viewer.
func heir(ctx context.Context, l *db.Lead, named *string) *string {
	if named != nil {
		return named
	}
	if l.OwnerID != nil {
		return l.OwnerID
	}
	if v := call.From(ctx).Viewer; v.UserID != "" {
		return &v.UserID
	}
	return nil
}

// nameOf is the opportunity's name: as given, else the company and the first line of what it needs.
func nameOf(l *db.Lead, given *string) string {
	if given != nil && strings.TrimSpace(*given) != "" {
		return *given
	}
	if l.Need == nil {
		return l.Company
	}
	need, _, _ := strings.Cut(*l.Need, "\n")
	name := []rune(l.Company + " · " + need)
	return string(name[:min(len(name), 200)])
}
