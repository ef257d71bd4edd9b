package telemetry

import (
	"context"
	"os"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Traces sends traces to the OTLP endpoint that OpenTelemetry's own variables name (OTEL_EXPORTER_OTLP_ENDPOINT and
// its like, OTEL_TRACES_SAMPLER too). Without an endpoint there is no tracer. Whoever got one ends it with stop.
func Traces(ctx context.Context, version string) (t trace.Tracer, stop func(context.Context) error, err error) {
	if os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" {
		return nil, func(context.Context) error { return nil }, nil
	}
	to, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, nil, err
	}
	about := resource.NewSchemaless(attribute.String("service.name", "ltc"), attribute.String("service.version", version))
	p := sdktrace.NewTracerProvider(sdktrace.WithBatcher(to), sdktrace.WithResource(about))
	return p.Tracer("github.com/leadtocash/ltc"), p.Shutdown, nil
}
