package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contact"
	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// Person is who shall become a contact where none of the e-mail or telephone is known at the account.
type Person struct {
	Name                        string
	Title, Phone, Email, Wechat *string
	OwnerID                     *string
}

// ContactFor is the contact of the id, else the one of the e-mail or telephone, else a new one.
//
// Errors: NOT_FOUND for an id that names none; INVALID (contact.other_account).
func ContactFor(ctx context.Context, tx *store.Tx, contactID *string, accountID string, p Person) (*db.Contact, error) {
	if contactID != nil {
		return contactAt(ctx, tx, *contactID, &accountID)
	}
	known, err := reachable(ctx, tx, accountID, p)
	if err != nil || known != nil {
		return known, err
	}
	return flow.Add(ctx, tx, tx.Contact.Create().SetAccountID(accountID).SetName(p.Name).SetNillableTitle(p.Title).
		SetNillablePhone(p.Phone).SetNillableEmail(p.Email).SetNillableWechat(p.Wechat).SetNillableOwnerID(p.OwnerID))
}

// reachable is the oldest contact at the account that has the person's e-mail or telephone, or nil.
func reachable(ctx context.Context, tx *store.Tx, accountID string, p Person) (*db.Contact, error) {
	var same []predicate.Contact
	if p.Email != nil {
		same = append(same, contact.Email(*p.Email))
	}
	if p.Phone != nil {
		same = append(same, contact.Phone(*p.Phone))
	}
	if len(same) == 0 {
		return nil, nil
	}
	c, err := tx.Contact.Query().Where(contact.AccountID(accountID), contact.Or(same...)).
		Order(contact.ByCreatedAt(), contact.ByID()).First(ctx)
	if store.Missing(err) {
		return nil, nil
	}
	return c, err
}

// contactAt is the contact of the id, who has to work at the account.
func contactAt(ctx context.Context, tx *store.Tx, contactID string, accountID *string) (*db.Contact, error) {
	c, err := tx.Contact.Get(ctx, contactID)
	if err != nil {
		return nil, absent(err, "contactId", contactID)
	}
	if c.AccountID == nil || accountID == nil || *c.AccountID != *accountID {
		return nil, fault.Invalid("contact.other_account", map[string]any{"contact": c.Name}).At("contactId")
	}
	return c, nil
}
