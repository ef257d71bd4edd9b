package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db/contact"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ContactField is a fact of a contact that can be emptied, by its column.
type ContactField string

// UpdateContactInput is what changes of a contact; what is nil stays.
type UpdateContactInput struct {
	ID                          string
	ExpectedVersion             int
	Name                        *string
	AccountID                   *string
	Title, Phone, Email, Wechat *string
	DecisionRole                *contact.DecisionRole
	Primary                     *bool
	Clear                       []ContactField
}

// UpdateContact changes a contact's facts; the history of one who changes the account stays with the old one.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID.
func UpdateContact(ctx context.Context, st *store.Store, in UpdateContactInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	if err := flow.Kind(id.Contact, in.ID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "updateContact", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		c, err := tx.Contact.Get(ctx, in.ID)
		if err != nil {
			return stage.Record{}, err
		}
		if in.AccountID != nil {
			if _, err := tx.Account.Get(ctx, *in.AccountID); err != nil {
				return stage.Record{}, absent(err, "accountId", *in.AccountID)
			}
		}
		u := tx.Contact.UpdateOne(c).SetNillableName(in.Name).SetNillableAccountID(in.AccountID).
			SetNillableTitle(in.Title).SetNillablePhone(in.Phone).SetNillableEmail(in.Email).
			SetNillableWechat(in.Wechat).SetNillableDecisionRole(in.DecisionRole).SetNillablePrimary(in.Primary)
		if err := empty(u.Mutation(), in.Clear); err != nil {
			return stage.Record{}, err
		}
		return record(flow.Edit(ctx, tx, c, u, in.ExpectedVersion))
	})
}

func (in *UpdateContactInput) clean() error {
	var p fault.Problems
	if in.Name != nil {
		trim(&in.Name)
		p.Unless(in.Name != nil, "name", "input.required")
	}
	p.Short("name", in.Name, 200)
	bound(&p, 2000, text{"title", in.Title}, text{"wechat", in.Wechat})
	CleanPhone(&p, "phone", &in.Phone)
	CleanEmail(&p, "email", &in.Email)
	return p.Err()
}
