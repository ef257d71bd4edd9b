package telemetry

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Operations counts and times the answers of the API, by the type of operation and by the code of the first refusal.
// Of a subscription it sees the first answer, timed from the operation's beginning; Delivered counts the others.
func (t *Telemetry) Operations(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	var oc *graphql.OperationContext
	if graphql.HasOperationContext(ctx) {
		oc = graphql.GetOperationContext(ctx)
	}
	kind, began := kindOfOperation(oc), t.now()
	if oc != nil && !oc.Stats.OperationStart.IsZero() {
		began = oc.Stats.OperationStart
	}
	if t.tracer != nil {
		var span trace.Span
		ctx, span = t.tracer.Start(ctx, kind, trace.WithTimestamp(began))
		defer span.End()
	}
	r := next(ctx)
	code := codeOf(r)
	t.operations.WithLabelValues(kind, code).Observe(t.now().Sub(began).Seconds())
	t.tell(ctx, oc, code)
	return r
}

// Delivered counts an answer of a subscription after its first.
func (t *Telemetry) Delivered() { t.deliveries.Inc() }

// tell adds to the trace what was asked and how it was answered.
func (t *Telemetry) tell(ctx context.Context, oc *graphql.OperationContext, code string) {
	if t.tracer == nil {
		return
	}
	span := trace.SpanFromContext(ctx)
	if oc != nil {
		span.SetAttributes(attribute.String("graphql.operation.name", oc.OperationName))
	}
	if code != "OK" {
		span.SetStatus(codes.Error, code)
	}
}

// kindOfOperation is "none" where the request never became an operation.
func kindOfOperation(oc *graphql.OperationContext) string {
	if oc == nil || oc.Operation == nil {
		return "none"
	}
	return string(oc.Operation.Operation)
}

func codeOf(r *graphql.Response) string {
	if r == nil || len(r.Errors) == 0 {
		return "OK"
	}
	if code, ok := r.Errors[0].Extensions["code"].(string); ok {
		return code
	}
	return "INVALID"
}
