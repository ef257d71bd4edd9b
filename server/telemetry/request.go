package telemetry

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"github.com/felixge/httpsnoop"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/leadtocash/ltc/ltc/call"
)

// RequestID is the header that names each request: the changes that it makes bear the name as their correlation, and
// so does every line of the log about it.
const RequestID = "X-Request-Id"

// Requests names, counts and times what comes by HTTP.
func (t *Telemetry) Requests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := rand.Text()
		w.Header().Set(RequestID, name)
		ctx := call.With(r.Context(), call.Call{Correlation: name})
		route, kind := routeOf(r.URL.Path), kindOf(r)
		if t.tracer != nil {
			var span trace.Span
			ctx, span = t.tracer.Start(ctx, r.Method+" "+route, trace.WithSpanKind(trace.SpanKindServer),
				trace.WithAttributes(attribute.String("ltc.request_id", name)))
			defer span.End()
		}
		open := t.open.WithLabelValues(kind)
		open.Inc()
		defer open.Dec()
		m := httpsnoop.CaptureMetricsFn(w, func(w http.ResponseWriter) { next.ServeHTTP(w, r.WithContext(ctx)) })
		if kind == "request" { // how long a socket was open says nothing of the server
			t.requests.WithLabelValues(route, methodOf(r.Method), strconv.Itoa(m.Code)).Observe(m.Duration.Seconds())
		}
		if m.Code >= http.StatusInternalServerError {
			trace.SpanFromContext(ctx).SetStatus(codes.Error, http.StatusText(m.Code))
		}
		t.log.LogAttrs(ctx, levelOf(m.Code), "request", slog.String("method", r.Method), slog.String("route", route),
			slog.Int("status", m.Code), slog.Duration("took", m.Duration), slog.Int64("bytes", m.Written))
	})
}

// levelOf keeps an ordinary request out of the log, unless somebody looks closely.
func levelOf(status int) slog.Level {
	if status >= http.StatusInternalServerError {
		return slog.LevelWarn
	}
	return slog.LevelDebug
}

// routeOf is one of few names, whatever somebody asks for.
func routeOf(path string) string {
	for _, route := range []string{"/graphql", "/signin", "/signout", "/setup", "/invitation", "/healthz", "/readyz", "/metrics", "/assets"} {
		if path == route || strings.HasPrefix(path, route+"/") {
			return route
		}
	}
	return "page"
}

// methodOf is one of few names too.
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return method
	}
	return "other"
}

func kindOf(r *http.Request) string {
	switch {
	case r.Header.Get("Upgrade") != "":
		return "socket"
	case strings.Contains(r.Header.Get("Accept"), "text/event-stream"):
		return "stream"
	}
	return "request"
}
