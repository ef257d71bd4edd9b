package read

import (
	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
)

// Page is which part of a list is wanted: the first or the last so many, after or before a cursor.
type Page struct {
	First, Last   *int
	After, Before *string
}

const (
	pageSize  = 20
	pageLimit = 200
)

// size is how many are wanted, and whether from the end.
//
// Errors: INVALID page.first_and_last, page.size.
func (p Page) size() (n int, fromEnd bool, err error) {
	if p.First != nil && p.Last != nil {
		return 0, false, fault.Invalid("page.first_and_last", nil).At("first", "last")
	}
	if p.Last != nil {
		n, err = sized("last", p.Last, pageSize)
		return n, true, err
	}
	n, err = sized("first", p.First, pageSize)
	return n, false, err
}

// sized is a page's size, or the usual one where none is given.
//
// Errors: INVALID page.size.
func sized(name string, n *int, usual int) (int, error) {
	if n == nil {
		return usual, nil
	}
	if *n < 1 || *n > pageLimit {
		return 0, fault.Invalid("page.size", map[string]any{"most": pageLimit}).At(name)
	}
	return *n, nil
}

// Connection is a page of a list.
type Connection[T any] struct {
	Edges      []*Edge[T]
	PageInfo   *PageInfo
	TotalCount int // 10,000 at most; counted only when asked
}

// Edge is a record in a page, and its place.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// PageInfo is where a page stands in its list.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// The pages of the API, by their names there.
type (
	UserConnection            = Connection[*db.User]
	UserEdge                  = Edge[*db.User]
	TokenConnection           = Connection[*db.Token]
	TokenEdge                 = Edge[*db.Token]
	JourneyConnection         = Connection[*db.Journey]
	JourneyEdge               = Edge[*db.Journey]
	LeadConnection            = Connection[*db.Lead]
	LeadEdge                  = Edge[*db.Lead]
	AccountConnection         = Connection[*db.Account]
	AccountEdge               = Edge[*db.Account]
	ContactConnection         = Connection[*db.Contact]
	ContactEdge               = Edge[*db.Contact]
	ProductConnection         = Connection[*db.Product]
	ProductEdge               = Edge[*db.Product]
	OpportunityConnection     = Connection[*db.Opportunity]
	OpportunityEdge           = Edge[*db.Opportunity]
	QuoteConnection           = Connection[*db.Quote]
	QuoteEdge                 = Edge[*db.Quote]
	ContractConnection        = Connection[*db.Contract]
	ContractEdge              = Edge[*db.Contract]
	OrderConnection           = Connection[*db.Order]
	OrderEdge                 = Edge[*db.Order]
	ShipmentConnection        = Connection[*db.Shipment]
	ShipmentEdge              = Edge[*db.Shipment]
	PaymentPlanItemConnection = Connection[*db.PaymentPlanItem]
	PaymentPlanItemEdge       = Edge[*db.PaymentPlanItem]
	InvoiceConnection         = Connection[*db.Invoice]
	InvoiceEdge               = Edge[*db.Invoice]
	PaymentConnection         = Connection[*db.Payment]
	PaymentEdge               = Edge[*db.Payment]
)
