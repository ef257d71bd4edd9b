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
	"github.com/leadtocash/ltc/server/web"
)

type serveCommand struct {
	Addr    string   `env:"LTC_ADDR" default:"localhost:8080" help:"Address to listen on."`
	Demo    bool     `env:"LTC_DEMO" help:"Fill a new database with a believable company first."`
	Secure  bool     `env:"LTC_SECURE" help:"People reach the server over TLS: cookies are Secure, HSTS is sent."`
	Origins []string `env:"LTC_ORIGINS" help:"Origins of partners' pages that may call the API with a token."`

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
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.Addr)
	if err != nil {
		return err
	}
	return s.serve(ctx, st, listener, log)
}

// fill makes the demo company in a database without one, and says who can sign in.
func (s serveCommand) fill(ctx context.Context, st *store.Store) error {
	founded, err := people.Founded(ctx, st)
	if err != nil {
		return err
	}
	if !founded {
		if err := demo.Make(ctx, st, demo.Small, time.Now()); err != nil {
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
	running.Go(func() { flow.RunReaders(work, st, time.Now, log) })
	defer running.Wait()
	defer stop()

	site, err := s.site(ctx, st, feed, address(listener), log)
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
	return shutDown(server, site)
}

// site is what is served, at an address that the flags may know better.
func (s serveCommand) site(ctx context.Context, st *store.Store, feed *flow.Feed, address string, log *slog.Logger) (*web.Site, error) {
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
		Store: st, API: graph.New(st, feed, log), App: app(), Log: log, Secure: s.Secure, Origins: s.Origins, Now: time.Now,
		Proxies: proxies, Provider: provider, SetupCode: code,
	}), nil
}

// shutDown says "not ready" for a moment, so that a load balancer sends nobody more, then lets requests end.
func shutDown(server *http.Server, site *web.Site) error {
	site.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
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
