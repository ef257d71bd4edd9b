package sales

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Prospect is who shall become an account where none of the name is known.
type Prospect struct {
	Name             string
	OwnerID          *string
	Industry, Region *string
}

// AccountFor is the account of the id, else the one of the name, else a new one.
func AccountFor(ctx context.Context, tx *store.Tx, id *string, p Prospect) (*db.Account, error) {
	panic("x")
}

// Person is who shall become a contact where none of the e-mail or telephone is known at the account.
type Person struct {
	Name                        string
	Title, Phone, Email, Wechat *string
	OwnerID                     *string
}

// ContactFor is the contact of the id, else the one of the e-mail or telephone, else a new one.
func ContactFor(ctx context.Context, tx *store.Tx, id *string, accountID string, p Person) (*db.Contact, error) {
	panic("x")
}

// Need is what an opportunity begins with.
type Need struct {
	JourneyID                               string
	LeadID, AccountID, ContactID, ProductID *string
	OwnerID                                 *string
	Name                                    string
	AmountMinor                             *int64
	ExpectedClose                           *worktime.Date
	Needs, NextStep                         *string
	NextStepDue                             *worktime.Date
}

// OpenOpportunity opens an opportunity on a journey.
func OpenOpportunity(ctx context.Context, tx *store.Tx, n Need) (*db.Opportunity, error) { panic("x") }
