package read

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// LeadFilter says which leads; all given conditions hold.
type LeadFilter struct {
	Categories []stage.Category
	Owner      *string
	Unassigned *bool
	Origins    []lead.Origin
	Unanswered *bool
	Text       *string
}

func (in *LeadFilter) conditions(ctx context.Context) filter {
	f := filterOf(ctx, id.Lead)
	if in == nil {
		return f
	}
	f.inCategories(in.Categories)
	is(&f, lead.FieldOwnerID, in.Owner)
	f.empty(lead.FieldOwnerID, in.Unassigned)
	among(&f, lead.FieldOrigin, in.Origins)
	f.empty(lead.FieldFirstRespondedAt, in.Unanswered)
	f.holds(in.Text, lead.FieldName, lead.FieldCompany, lead.FieldNumber, lead.FieldPhone, lead.FieldEmail)
	return f
}

// Leads are leads, newest first unless sorted otherwise.
func Leads(ctx context.Context, st *store.Store, in *LeadFilter, by *Sort, p Page) (*LeadConnection, error) {
	return page[*db.Lead](ctx, st, listOf(ctx, id.Lead, by, in.conditions(ctx)), p)
}
