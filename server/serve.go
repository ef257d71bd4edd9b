package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/leadtocash/ltc/frontend"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/telemetry"
	"github.com/leadtocash/ltc/server/web"
)

type serveCommand struct {
	Addr    string   `env:"LTC_ADDR" default:"localhost:8080" help:"Address to listen on."`
	Demo    bool     `env:"LTC_DEMO" help:"Fill a new database with a believable company first."`
	Secure  bool     `env:"LTC_SECURE" help:"People reach the server over TLS: cookies are Secure, HSTS is sent."`
	Origins []string `env:"LTC_ORIGINS" help:"Origins of partners' pages that may call the API with a token."`

	Dev bool `env:"LTC_DEV" help:"Development: everybody who signed in may send documents of their own, not the app's only."`

	MetricsToken string        `env:"LTC_METRICS_TOKEN" help:"Opens /metrics to who bears it; without it only this machine may look."`
	Drain        time.Duration `env:"LTC_DRAIN" default:"1s" help:"How long a server that was told to stop still takes requests, so that a load balancer can turn away from it."`

	limitFlags
	reachFlags
	OIDC oidcFlags `embed:"" prefix:"oidc-"`
}

// Run serves until it is told to stop, then lets running requests end.
func (s serveCommand) Run(ctx context.Context, c *cli, log *slog.Logger) error {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	if s.Demo {
		if err := s.fill(ctx, st); err != nil {
			return err
		}
	}
	proxies, err := s.proxies()
	if err != nil {
		return err
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.Addr)
	if err != nil {
		return err
	}
	gate.UseMemory()
	return s.serve(ctx, st, s.bounded(listener, proxies), log)
}

// fill makes the demo company in a database without one, and says who can sign in.
func (s serveCommand) fill(ctx context.Context, st *store.Store) error {
	founded, err := people.Founded(ctx, st)
	if err != nil {
		return err
	}
	if !founded {
		if err := demo.Make(ctx, st, demo.Small, now()); err != nil {
			return err
		}
	}
	_, err = fmt.Print(demo.WhoCanSignIn())
	return err
}

func (s serveCommand) serve(ctx context.Context, st *store.Store, listener net.Listener, log *slog.Logger) error {
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	feed := flow.NewFeed(st, log)
	var running sync.WaitGroup
	running.Go(func() {
		if err := feed.Run(work); err != nil {
			log.Error("the feed ended", "err", err)
		}
	})
	running.Go(func() { flow.RunReaders(work, st, now, log) })
	defer running.Wait()
	defer stop()

	tracer, flush, err := telemetry.Traces(ctx, version)
	if err != nil {
		return err
	}
	defer func() { _ = flush(context.WithoutCancel(ctx)) }()
	watch := telemetry.New(telemetry.Config{Store: st, Feed: feed, Log: log, Now: now, Version: version, Tracer: tracer})
	site, err := s.site(ctx, st, feed, watch, address(listener), log)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler: site, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, IdleTimeout: time.Minute,
		MaxHeaderBytes: 32 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
		BaseContext: func(net.Listener) context.Context { return work },
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	if _, err := fmt.Printf("LTC %s is at %s\n", version, address(listener)); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return s.shutDown(server, listener, site, stop)
}

// site is what is served, at an address that the flags may know better.
func (s serveCommand) site(ctx context.Context, st *store.Store, feed *flow.Feed, watch *telemetry.Telemetry, address string, log *slog.Logger) (*web.Site, error) {
	base := strings.TrimSuffix(cmp.Or(s.BaseURL, address), "/")
	provider, err := s.OIDC.provider(base)
	if err != nil {
		return nil, err
	}
	proxies, err := s.proxies()
	if err != nil {
		return nil, err
	}
	if err := s.usePost(st, base, log); err != nil {
		return nil, err
	}
	code, err := setupCode(ctx, st, base)
	if err != nil {
		return nil, err
	}
	return web.New(web.Config{
		Store: st, API: graph.New(st, feed, log, s.quota()), App: app(), Log: log, Secure: s.Secure, Origins: s.Origins, Now: now,
		Proxies: proxies, Provider: provider, SetupCode: code, Telemetry: watch, MetricsToken: s.MetricsToken, Limits: s.limits(),
		Documents: frontend.Documents(), Development: s.Dev,
	}), nil
}

// farewell is how long who has a connection may still use it, to be told with the answer that it ends.
const farewell = 500 * time.Millisecond

// shutDown first says "not ready", so that a load balancer sends nobody more; then takes no new connection; then tells
// those that there are to end. What has not ended after ten seconds is cut off: somebody waits for this process to be
// gone.
func (s serveCommand) shutDown(server *http.Server, l net.Listener, site *web.Site, cutOff context.CancelFunc) error {
	site.Stop()
	time.Sleep(s.Drain)
	_ = l.Close()
	site.Leave()
	time.Sleep(farewell)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		cutOff()
		return server.Close()
	}
	return err
}

// address is the listener's as a person would type it.
func address(l net.Listener) string {
	host, port, _ := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); ip == nil || ip.IsLoopback() || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + strings.TrimSuffix(net.JoinHostPort(host, port), ":80")
}

func app() fs.FS { return frontend.Dist() }
