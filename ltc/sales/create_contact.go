package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db/contact"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// CreateContactInput is a new contact.
type CreateContactInput struct {
	Name                        string
	AccountID                   *string
	Title, Phone, Email, Wechat *string
	DecisionRole                *contact.DecisionRole
	Primary                     *bool
}

// CreateContact makes a contact; the viewer answers for it.
//
// Errors: INVALID; NOT_FOUND for the account.
func CreateContact(ctx context.Context, st *store.Store, in CreateContactInput) (string, error) {
	if err := in.clean(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "createContact", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if in.AccountID != nil {
			if _, err := tx.Account.Get(ctx, *in.AccountID); err != nil {
				return stage.Record{}, absent(err, "accountId", *in.AccountID)
			}
		}
		owner, err := ownerOr(ctx, tx, nil)
		if err != nil {
			return stage.Record{}, err
		}
		return record(flow.Add(ctx, tx, tx.Contact.Create().SetName(in.Name).SetNillableAccountID(in.AccountID).
			SetNillableTitle(in.Title).SetNillablePhone(in.Phone).SetNillableEmail(in.Email).
			SetNillableWechat(in.Wechat).SetNillableDecisionRole(in.DecisionRole).SetNillablePrimary(in.Primary).
			SetNillableOwnerID(owner)))
	})
}

func (in *CreateContactInput) clean() error {
	var p fault.Problems
	in.Name = strings.TrimSpace(in.Name)
	p.Required("name", in.Name)
	p.Short("name", &in.Name, 200)
	bound(&p, 2000, text{"title", in.Title}, text{"wechat", in.Wechat})
	CleanPhone(&p, "phone", &in.Phone)
	CleanEmail(&p, "email", &in.Email)
	return p.Err()
}
