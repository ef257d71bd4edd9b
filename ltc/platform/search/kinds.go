package search

import (
	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/id"
)

// column is one of a kind's columns that can be found by, under the field's name in the API.
type column struct {
	field, expression string
	as                role
}

// kinds are what can be found, and by what. A field that a role can hide is a key or an alias (package role: only what
// may be missing can be hidden).
var kinds = map[id.Kind][]column{
	id.Account: {
		{"number", "number", number}, {"name", "name", name},
		{"shortName", "short_name", alias}, {"uscc", "uscc", key}, {"phone", "phone", key},
	},
	id.Contact: {{"name", "name", name}, {"phone", "phone", key}, {"email", "email", key}},
	id.Lead: {
		{"number", "number", number}, {"name", "name", name}, {"company", "company", name},
		{"phone", "phone", key}, {"email", "email", key},
	},
	id.Opportunity: {{"number", "number", number}, {"name", "name", name}},
	id.Quote:       numbered,
	id.Contract:    {{"number", "number", number}, {"title", "title", name}},
	id.Order:       numbered,
	id.Shipment:    numbered,
	id.Acceptance:  numbered,
	id.Invoice:     {{"number", "COALESCE(number, draft_number)", number}},
	id.Payment:     numbered,
	id.CreditNote:  {{"number", "COALESCE(number, '')", number}},
}

// numbered are documents that are found by their number only.
var numbered = []column{{"number", "number", number}}

// order is how kinds follow each other where all of them are meant: as people look for them.
var order = []id.Kind{
	id.Account, id.Contact, id.Lead, id.Opportunity, id.Quote, id.Contract, id.Order, id.Shipment, id.Acceptance,
	id.Invoice, id.Payment, id.CreditNote,
}

// columns are a kind's as SQL names them, after its id and when it was made.
func columns(kind id.Kind) string {
	out := "id, created_at"
	for _, c := range kinds[kind] {
		out += ", " + c.expression
	}
	return out
}

func tableOf(kind id.Kind) string { return db.Tables[kind].Name }
