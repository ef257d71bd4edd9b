// Package stage holds the words of a process: categories, departments, stages, transitions and guards as plain values.
// A process is data (domain.md, section 3); what runs it is package flow.
package stage

import (
	"slices"

	"github.com/leadtocash/ltc/ltc/id"
)

// Category is what a stage means to the program; code depends on it, never on a stage's key or name.
type Category string

// The categories, each kind's in the order of its life.
const (
	New          Category = "new"
	Working      Category = "working"
	Qualified    Category = "qualified"
	Converted    Category = "converted"
	Disqualified Category = "disqualified"
	Pooled       Category = "pooled"
	Open         Category = "open"
	OnHold       Category = "on_hold"
	Won          Category = "won"
	Lost         Category = "lost"
	Abandoned    Category = "abandoned"
	Draft        Category = "draft"
	Review       Category = "review"
	Approved     Category = "approved"
	Sent         Category = "sent"
	Accepted     Category = "accepted"
	Closed       Category = "closed"
	Signing      Category = "signing"
	Signed       Category = "signed"
	Effective    Category = "effective"
	Suspended    Category = "suspended"
	Completed    Category = "completed"
	Terminated   Category = "terminated"
	Void         Category = "void"
	Prospect     Category = "prospect"
	Customer     Category = "customer"
	Dormant      Category = "dormant"
	Blacklisted  Category = "blacklisted"
	Merged       Category = "merged"
	Posted       Category = "posted"
	Refunded     Category = "refunded"
	Planned      Category = "planned"
	Triggered    Category = "triggered"
	Waived       Category = "waived"
	Confirmed    Category = "confirmed"
	Cancelled    Category = "cancelled"
	UnderWay     Category = "under_way"
	Delivered    Category = "delivered"
	Exception    Category = "exception"
	Testing      Category = "testing"
	Rejected     Category = "rejected"
	Discarded    Category = "discarded"
	Unclaimed    Category = "unclaimed"
	Claimed      Category = "claimed"
	Reversed     Category = "reversed"
)

// categories is the full table: which a kind's stages may have (domain.md, section 3).
var categories = map[id.Kind][]Category{
	id.Lead:            {New, Working, Qualified, Converted, Disqualified, Pooled},
	id.Account:         {Prospect, Customer, Dormant, OnHold, Blacklisted, Merged},
	id.Opportunity:     {Open, OnHold, Won, Lost, Abandoned},
	id.QuoteVersion:    {Draft, Review, Approved, Sent, Accepted, Closed},
	id.Contract:        {Draft, Review, Approved, Signing, Signed, Effective, Suspended, Completed, Terminated, Void},
	id.PaymentPlanItem: {Planned, Triggered, Waived},
	id.Order:           {Draft, Confirmed, OnHold, Closed, Cancelled},
	id.Shipment:        {Planned, UnderWay, Delivered, Exception, Cancelled},
	id.Acceptance:      {Draft, Testing, Accepted, Rejected},
	id.Invoice:         {Draft, Review, Posted, Closed, Discarded},
	id.Payment:         {Unclaimed, Claimed, Confirmed, Reversed},
	id.CreditNote:      {Draft, Approved, Posted, Refunded},
}

// Categories are those that the kind's stages may have; none for a kind without stages.
func Categories(k id.Kind) []Category { return slices.Clone(categories[k]) }

// Kinds are the kinds whose records have stages, sorted by name.
func Kinds() []id.Kind {
	ks := make([]id.Kind, 0, len(categories))
	for k := range categories {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

// Department is what a department of the company does in the chain.
type Department string

// The six departments of the chain.
const (
	Marketing Department = "marketing"
	Sales     Department = "sales"
	Legal     Department = "legal"
	Delivery  Department = "delivery"
	Finance   Department = "finance"
	Care      Department = "care"
)

// Departments in the order of the chain.
func Departments() []Department {
	return []Department{Marketing, Sales, Legal, Delivery, Finance, Care}
}
