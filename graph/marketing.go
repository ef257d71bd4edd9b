package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/marketing"
)

type leads struct{ staged[*db.Lead] }

func (r *root) Lead() gen.LeadResolver { return leads{} }

func (q query) Lead(ctx context.Context, id string) (*db.Lead, error) {
	return read.One[*db.Lead](ctx, q.st, id)
}

func (q query) Leads(ctx context.Context, f *read.LeadFilter, by *read.Sort, first *int, after *string, last *int, before *string) (*read.LeadConnection, error) {
	return read.Leads(ctx, q.st, f, by, pageOf(first, after, last, before))
}

func (m mutation) CaptureLead(ctx context.Context, in marketing.CaptureLeadInput) (*db.Lead, error) {
	id, err := marketing.CaptureLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}

func (m mutation) UpdateLead(ctx context.Context, in marketing.UpdateLeadInput) (*db.Lead, error) {
	id, err := marketing.UpdateLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}

func (m mutation) AssignLead(ctx context.Context, in marketing.AssignLeadInput) (*db.Lead, error) {
	id, err := marketing.AssignLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}

func (m mutation) QualifyLead(ctx context.Context, in marketing.QualifyLeadInput) (*db.Lead, error) {
	id, err := marketing.QualifyLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}

func (m mutation) DisqualifyLead(ctx context.Context, in marketing.DisqualifyLeadInput) (*db.Lead, error) {
	id, err := marketing.DisqualifyLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}

func (m mutation) ConvertLead(ctx context.Context, in marketing.ConvertLeadInput) (*db.Lead, error) {
	id, err := marketing.ConvertLead(ctx, m.st, in)
	return read.Made[*db.Lead](ctx, m.st, id, err)
}
