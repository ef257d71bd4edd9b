package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"runtime/metrics"
	"time"

	"github.com/leadtocash/ltc/bench/limit"
	"github.com/leadtocash/ltc/frontend"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/web"
)

// much is a quota that nobody uses up: what is measured is the work, not the throttle.
const much = 1 << 40

// sockets are as many as the fan-out may want, all from one machine and of one person.
const sockets = 20_000

type serveCommand struct {
	URL   string `arg:"" help:"The set: postgres://... or sqlite:PATH."`
	Addr  string `default:"127.0.0.1:0" help:"Where it is served; port 0 is any that is free."`
	Debug string `help:"Where profiles and the count of allocations are asked for."`
	Still bool   `help:"Let nobody read the log: then nothing is written that nobody asks for."`
}

// Run serves until it is told to stop.
func (s serveCommand) Run(ctx context.Context) error {
	gate.UseMemory()
	st, err := store.Open(ctx, s.URL)
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	feed := flow.NewFeed(st, log)
	if !s.Still {
		go func() { _ = feed.Run(ctx) }()
		go flow.RunReaders(ctx, st, time.Now, log)
	}
	site := web.New(web.Config{
		Store: st, API: graph.New(st, feed, log, graph.Quota{Capacity: much, Restore: much}), App: frontend.Dist(), Log: log, Now: time.Now,
		Limits: web.Limits{SocketsPerUser: sockets, SocketsPerAddress: sockets},
	})
	return both(ctx, s.Addr, site, s.Debug)
}

// both serves, and answers questions about itself where an address for them is given.
func both(ctx context.Context, addr string, h http.Handler, about string) error {
	if about != "" {
		go func() { _ = serve(ctx, about, debug()) }()
	}
	return serve(ctx, addr, h)
}

// debug answers profiles, and how many objects were allocated since the start.
func debug() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/allocs", func(w http.ResponseWriter, _ *http.Request) {
		sample := []metrics.Sample{{Name: "/gc/heap/allocs:objects"}}
		metrics.Read(sample)
		fmt.Fprint(w, sample[0].Value.Uint64())
	})
	return mux
}

type limitCommand struct {
	URL   string `arg:"" help:"The set: postgres://..."`
	Addr  string `default:"127.0.0.1:0" help:"Where it is served; port 0 is any that is free."`
	Debug string `help:"Where profiles and the count of allocations are asked for."`
}

// Run serves until it is told to stop.
func (l limitCommand) Run(ctx context.Context) error {
	gate.UseMemory() // as LTC does
	h, err := limit.Handler(ctx, l.URL)
	if err != nil {
		return err
	}
	return both(ctx, l.Addr, h, l.Debug)
}

func serve(ctx context.Context, addr string, h http.Handler) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	if err := server.Serve(l); err != http.ErrServerClosed {
		return err
	}
	return nil
}
