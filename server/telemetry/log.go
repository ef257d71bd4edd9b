package telemetry

import (
	"context"
	"log/slog"

	"go.opentelemetry.io/otel/trace"

	"github.com/leadtocash/ltc/ltc/call"
)

// Named is a log whose lines bear the id of the request that they are about, who asked, and the trace.
func Named(h slog.Handler) slog.Handler { return named{h} }

type named struct{ slog.Handler }

// Handle adds what the context knows.
func (n named) Handle(ctx context.Context, r slog.Record) error {
	c := call.From(ctx)
	if c.Correlation != "" {
		r.AddAttrs(slog.String("request", c.Correlation))
	}
	if c.Viewer.Principal != "" {
		r.AddAttrs(slog.String("principal", c.Viewer.Principal))
	}
	if s := trace.SpanContextFromContext(ctx); s.IsValid() {
		r.AddAttrs(slog.String("trace", s.TraceID().String()))
	}
	return n.Handler.Handle(ctx, r)
}

// WithAttrs hands on.
func (n named) WithAttrs(attrs []slog.Attr) slog.Handler { return named{n.Handler.WithAttrs(attrs)} }

// WithGroup hands on.
func (n named) WithGroup(name string) slog.Handler { return named{n.Handler.WithGroup(name)} }
