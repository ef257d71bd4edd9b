// Package telemetry tells operators how the server does: figures for Prometheus at /metrics, one id for each request,
// a log that bears it, and traces where somebody collects them. It watches, and changes nothing.
package telemetry

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/otel/trace"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// Config is what telemetry watches.
type Config struct {
	Store   *store.Store
	Feed    *flow.Feed
	Log     *slog.Logger
	Now     func() time.Time
	Version string
	Tracer  trace.Tracer // nil traces nothing
}

// Telemetry counts and times what passes.
type Telemetry struct {
	log      *slog.Logger
	now      func() time.Time
	tracer   trace.Tracer
	registry *prometheus.Registry

	requests   *prometheus.HistogramVec // seconds, by route, method, status
	open       *prometheus.GaugeVec     // by kind
	operations *prometheus.HistogramVec // seconds, by type, code
	statements *prometheus.HistogramVec // seconds, by verb
	failures   *prometheus.CounterVec   // statements that failed, by code
	deliveries prometheus.Counter       // answers of subscriptions that Operations does not see
}

// fast are the buckets of what should take milliseconds, in seconds.
var fast = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}

// New watches the store from now on; requests and operations pass through Requests and Operations.
func New(c Config) *Telemetry {
	t := &Telemetry{
		log: c.Log, now: c.Now, tracer: c.Tracer, registry: prometheus.NewRegistry(),
		requests:   histogram("ltc_http_request_seconds", "Requests, by their time.", "route", "method", "status"),
		operations: histogram("ltc_operation_seconds", "GraphQL answers, by the time since their operation began.", "type", "code"),
		statements: histogram("ltc_statement_seconds", "Statements, by the time to their first row.", "verb"),
		open: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "ltc_http_open", Help: "Requests, sockets and event streams that are open.",
		}, []string{"kind"}),
		deliveries: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "ltc_deliveries_total", Help: "Answers that subscriptions were sent after their first.",
		}),
		failures: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "ltc_statement_failures_total", Help: "Statements that failed, by the code that the caller hears.",
		}, []string{"code"}),
	}
	t.registry.MustRegister(t.requests, t.operations, t.statements, t.open, t.failures, t.deliveries,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		standing{c.Store, c.Feed}, built(c.Version))
	for name, pool := range c.Store.Pools() {
		t.registry.MustRegister(collectors.NewDBStatsCollector(pool, name))
	}
	c.Store.Watch(t.statement)
	return t
}

func histogram(name, help string, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: fast}, labels)
}

// built is the version that runs, as a figure that is always 1.
func built(version string) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "ltc_build_info", Help: "The version that runs.", ConstLabels: prometheus.Labels{"version": version},
	}, func() float64 { return 1 })
}

// Figures answers the figures of now, in Prometheus' text format. Who may ask is for the site to say.
func (t *Telemetry) Figures() http.Handler {
	return promhttp.HandlerFor(t.registry, promhttp.HandlerOpts{ErrorLog: slog.NewLogLogger(t.log.Handler(), slog.LevelWarn)})
}
