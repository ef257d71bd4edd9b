// Package access says who may see and do what. It knows no people, only the viewer: a table of verbs and the
// departments that may call them, and one predicate a kind that every read goes through.
package access

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Rows is the predicate of the rows of a kind that the viewer may see. Inside the company all is open; nobody sees
// nothing.
func Rows(v call.Viewer, _ id.Kind) func(*sql.Selector) {
	if v.Nobody() {
		return func(s *sql.Selector) { s.Where(sql.False()) }
	}
	return func(*sql.Selector) {}
}

// verbs says which departments may call a verb.
var verbs = map[string][]stage.Department{
	"captureLead":       {stage.Marketing, stage.Sales, stage.Care},
	"updateLead":        {stage.Marketing, stage.Sales},
	"assignLead":        {stage.Marketing, stage.Sales},
	"qualifyLead":       {stage.Marketing, stage.Sales},
	"disqualifyLead":    {stage.Marketing, stage.Sales},
	"convertLead":       {stage.Marketing, stage.Sales},
	"createAccount":     {stage.Marketing, stage.Sales, stage.Finance, stage.Care},
	"updateAccount":     {stage.Marketing, stage.Sales, stage.Finance, stage.Care},
	"createContact":     {stage.Marketing, stage.Sales, stage.Legal, stage.Delivery, stage.Finance, stage.Care},
	"updateContact":     {stage.Marketing, stage.Sales, stage.Legal, stage.Delivery, stage.Finance, stage.Care},
	"createProduct":     {stage.Sales, stage.Delivery, stage.Finance},
	"createOpportunity": {stage.Sales, stage.Care},
	"updateOpportunity": {stage.Sales},
	"loseOpportunity":   {stage.Sales},
	"moveStage":         {stage.Marketing, stage.Sales, stage.Legal, stage.Delivery, stage.Finance, stage.Care},
	"createQuote":       {stage.Sales},
	"updateQuote":       {stage.Sales},
	"reviseQuote":       {stage.Sales},
	"submitQuote":       {stage.Sales},
	"sendQuote":         {stage.Sales},
	"acceptQuote":       {stage.Sales},
	"draftContract":     {stage.Sales, stage.Legal},
	"updateContract":    {stage.Sales, stage.Legal},
	"submitContract":    {stage.Sales, stage.Legal},
	"signContract":      {stage.Sales, stage.Legal},
	"confirmOrder":      {stage.Delivery, stage.Sales, stage.Finance},
	"planShipment":      {stage.Delivery},
	"ship":              {stage.Delivery},
	"confirmDelivered":  {stage.Delivery},
	"recordAcceptance":  {stage.Delivery, stage.Sales},
	"draftInvoice":      {stage.Finance, stage.Sales},
	"postInvoice":       {stage.Finance},
	"discardInvoice":    {stage.Finance},
	"recordPayment":     {stage.Finance},
	"allocatePayment":   {stage.Finance},
	"reverseAllocation": {stage.Finance},
	"reversePayment":    {stage.Finance},
	"creditInvoice":     {stage.Finance},
}

// Who are the departments that may call a verb, in the order of the chain.
func Who(verb string) []stage.Department { return slices.Clone(verbs[verb]) }

// Allows tells whether the viewer may call the verb.
func Allows(v call.Viewer, verb string) bool {
	return v.Admin || slices.Contains(verbs[verb], v.Department)
}

// May refuses a verb that the viewer must not call, and says who may.
func May(ctx context.Context, verb string) error {
	v := call.From(ctx).Viewer
	switch {
	case v.Nobody():
		return fault.New(fault.CodeUnauthenticated, "signin.needed")
	case !Allows(v, verb):
		return fault.New(fault.CodeForbidden, "access.verb").With("verb", verb).Helping("who", Who(verb))
	}
	return nil
}
