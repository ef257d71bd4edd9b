package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/insight"
)

func (q query) Journey(ctx context.Context, id string) (*db.Journey, error) {
	return read.One[*db.Journey](ctx, q.st, id)
}

func (q query) Journeys(ctx context.Context, f *read.JourneyFilter, first *int, after *string, last *int, before *string) (*read.JourneyConnection, error) {
	return read.Journeys(ctx, q.st, f, pageOf(first, after, last, before))
}

func (q query) PipelineSummary(ctx context.Context, f *insight.PipelineFilter) (*insight.PipelineSummary, error) {
	return read.Pipeline(ctx, q.st, f)
}

type journeys struct{}

func (r *root) Journey() gen.JourneyResolver { return journeys{} }

func (journeys) Lead(_ context.Context, j *db.Journey) (*db.Lead, error) {
	return read.Figure[*db.Lead](j, "lead")
}

func (journeys) Opportunities(_ context.Context, j *db.Journey) ([]*db.Opportunity, error) {
	return read.Figure[[]*db.Opportunity](j, "opportunities")
}

func (journeys) Quotes(_ context.Context, j *db.Journey) ([]*db.Quote, error) {
	return read.Figure[[]*db.Quote](j, "quotes")
}

func (journeys) Contracts(_ context.Context, j *db.Journey) ([]*db.Contract, error) {
	return read.Figure[[]*db.Contract](j, "contracts")
}

func (journeys) Orders(_ context.Context, j *db.Journey) ([]*db.Order, error) {
	return read.Figure[[]*db.Order](j, "orders")
}

func (journeys) Shipments(_ context.Context, j *db.Journey) ([]*db.Shipment, error) {
	return read.Figure[[]*db.Shipment](j, "shipments")
}

func (journeys) Acceptances(_ context.Context, j *db.Journey) ([]*db.Acceptance, error) {
	return read.Figure[[]*db.Acceptance](j, "acceptances")
}

func (journeys) Invoices(_ context.Context, j *db.Journey) ([]*db.Invoice, error) {
	return read.Figure[[]*db.Invoice](j, "invoices")
}

func (journeys) Allocations(_ context.Context, j *db.Journey) ([]*db.Allocation, error) {
	return read.Figure[[]*db.Allocation](j, "allocations")
}

func (journeys) CreditNotes(_ context.Context, j *db.Journey) ([]*db.CreditNote, error) {
	return read.Figure[[]*db.CreditNote](j, "creditNotes")
}

func (journeys) Steps(_ context.Context, j *db.Journey) ([]*insight.JourneyStep, error) {
	return read.Figure[[]*insight.JourneyStep](j, "steps")
}

func (journeys) Waiting(_ context.Context, j *db.Journey) ([]*read.Waiting, error) {
	return read.Figure[[]*read.Waiting](j, "waiting")
}

func (journeys) Clock(_ context.Context, j *db.Journey) (*insight.JourneyClock, error) {
	return read.Figure[*insight.JourneyClock](j, "clock")
}
