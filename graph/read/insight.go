package read

import (
	"context"

	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/store"
)

// Pipeline is the opportunities in figures; how fast they closed is looked up only where it is asked.
func Pipeline(ctx context.Context, st *store.Store, f *insight.PipelineFilter) (*insight.PipelineSummary, error) {
	if Asked(ctx).has("medianDaysToClose") {
		return insight.Pipeline(ctx, st, f)
	}
	return insight.Funnel(ctx, st, f)
}

// WhoOwesUs is what is owed, by age; what payments do not settle yet is added up only where it is asked.
func WhoOwesUs(ctx context.Context, st *store.Store) (*insight.ReceivablesSummary, error) {
	if Asked(ctx).has("credit") {
		return insight.Receivables(ctx, st)
	}
	return insight.Ageing(ctx, st)
}
