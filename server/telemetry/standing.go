package telemetry

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/store"
)

// standing are the figures that are asked for when somebody looks: where the feed and the log's readers stand.
type standing struct {
	st   *store.Store
	feed *flow.Feed
}

var (
	lagOfFeed = prometheus.NewDesc("ltc_feed_lag_seconds",
		"For how long the feed has not stood at the end of the log; 0 while it does.", nil, nil)
	followers = prometheus.NewDesc("ltc_feed_followers", "Subscriptions that follow the log.", nil, nil)
	behind    = prometheus.NewDesc("ltc_reader_behind_changes",
		"Changes that a reader of the log has not seen: what follows from them has not happened yet.", []string{"reader"}, nil)
	repairs = prometheus.NewDesc("ltc_figures_repairs_total",
		"How often the summary rows were found to differ from the records, and made anew.", nil, nil)
	database = prometheus.NewDesc("ltc_database_up", "1 while the database answers.", nil, nil)
)

// Describe is for Prometheus.
func (standing) Describe(d chan<- *prometheus.Desc) {
	d <- lagOfFeed
	d <- followers
	d <- behind
	d <- repairs
	d <- database
}

// Collect asks; what cannot be told while the database is away is left out.
func (s standing) Collect(out chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	f := s.feed.Standing()
	gauge(lagOfFeed, f.Lag.Seconds())
	gauge(followers, float64(f.Followers))
	out <- prometheus.MustNewConstMetric(repairs, prometheus.CounterValue, float64(insight.Repairs(s.st)))
	readers, err := flow.Behind(ctx, s.st)
	if err != nil {
		gauge(database, 0)
		return
	}
	gauge(database, 1)
	for name, n := range readers {
		gauge(behind, float64(n), name)
	}
}
