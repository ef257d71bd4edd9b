package telemetry

import (
	"context"
	"errors"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// statement counts and times one statement, and traces it within what is traced.
func (t *Telemetry) statement(ctx context.Context, query string) func(error) {
	verb, began := verbOf(query), t.now()
	var span trace.Span
	if t.tracer != nil && trace.SpanContextFromContext(ctx).IsValid() {
		_, span = t.tracer.Start(ctx, verb, trace.WithSpanKind(trace.SpanKindClient),
			trace.WithAttributes(attribute.String("db.query.text", query))) // values are never in the text
	}
	return func(err error) {
		t.statements.WithLabelValues(verb).Observe(t.now().Sub(began).Seconds())
		failed := err != nil && !errors.Is(err, context.Canceled)
		if failed {
			t.failures.WithLabelValues(string(codeOfFailure(err))).Inc()
		}
		if span == nil {
			return
		}
		if failed {
			span.SetStatus(codes.Error, string(codeOfFailure(err)))
		}
		span.End()
	}
}

func codeOfFailure(err error) fault.Code {
	if code := fault.CodeOf(store.Translate(err)); code != "" {
		return code
	}
	return fault.CodeInternal
}

// verbOf is the statement's first word, as one of few.
func verbOf(query string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(query), " ")
	switch v := strings.ToLower(first); v {
	case "select", "insert", "update", "delete":
		return v
	case "with":
		return "select"
	}
	return "other"
}
