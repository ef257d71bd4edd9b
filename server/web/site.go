// Package web is LTC on the wire: routes, transports, limits, headers, and who a request comes from. It decides
// nothing about records; it makes the call that the rooms below read.
package web

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"

	"github.com/leadtocash/ltc/docs"
	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/signin"
	"github.com/leadtocash/ltc/server/telemetry"
)

// Config is what a site is made of.
type Config struct {
	Store   *store.Store
	API     *handler.Server
	App     fs.FS // the built app
	Log     *slog.Logger
	Secure  bool     // people reach it over TLS
	Origins []string // partners' pages that may call with a token
	Now     func() time.Time

	Proxies   []netip.Prefix   // whose word for where a request came from is taken
	Provider  *signin.Provider // the company's identity provider; nil without one
	SetupCode string           // founds the company from elsewhere than this machine

	Documents   map[string]string // the app's own operations, by their ids; nil lets everybody send what they like
	Development bool              // everybody may, beside them

	Telemetry    *telemetry.Telemetry // nil counts nothing
	Limits       Limits
	MetricsToken string // opens /metrics from elsewhere than this machine; "" opens it to nobody else
}

// Site serves the API and the app.
type Site struct {
	http.Handler
	stopping atomic.Bool
	left     sync.Once
	quit     chan struct{}
}

// New builds the site.
func New(c Config) *Site {
	s := &Site{quit: make(chan struct{})}
	who := signin.New(signin.Config{
		Store: c.Store, Secure: c.Secure, Now: c.Now, Log: c.Log, Proxies: c.Proxies, Provider: c.Provider, SetupCode: c.SetupCode,
	})
	addTransports(c.API, who, c.Limits.sockets(), trusted(c.Documents, c.Development), c.Origins, s.quit, delivered(c.Telemetry))
	c.API.AroundOperations(timed(c.Now))
	c.API.AroundResponses(inTurn(gate.NewOperations(c.Limits.Operations)))

	mux := http.NewServeMux()
	mux.Handle("/graphql", limitBody(who.Caller(c.API)))
	addDoors(mux, who)
	mux.HandleFunc("GET /healthz", healthy)
	mux.Handle("GET /readyz", s.ready(c.Store))
	if c.Telemetry != nil {
		c.API.AroundResponses(c.Telemetry.Operations)
		mux.Handle("GET /metrics", operators(who, c.MetricsToken, c.Telemetry.Figures()))
	}
	mux.HandleFunc("GET /docs/api.md", manual)
	mux.Handle("/", assets(c.App))

	var h http.Handler = mux
	if len(c.Origins) > 0 {
		h = partners(c.Origins).Handler(h)
	}
	s.Handler = headers(c.Secure, s.leaving(compress(crossOrigin(c.Origins).Handler(h))))
	if c.Telemetry != nil {
		s.Handler = c.Telemetry.Requests(s.Handler)
	}
	return s
}

// delivered counts what passes no answer's way.
func delivered(t *telemetry.Telemetry) func() {
	if t == nil {
		return nil
	}
	return t.Delivered
}

// leaving tells clients of a server that leaves to come back on another connection: those that it has are about to be
// closed, and a request on its way would be lost.
func (s *Site) leaving(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-s.quit:
			w.Header().Set("Connection", "close")
		default:
		}
		h.ServeHTTP(w, r)
	})
}

// addDoors are the ways in, which are no operations of the API: who comes by them is not known yet.
func addDoors(mux *http.ServeMux, who *signin.Desk) {
	for path, open := range map[string]http.HandlerFunc{
		"POST /signin": who.SignIn, "POST /signout": who.SignOut, "GET /signin/options": who.Options,
		"GET /signin/oidc": who.ToProvider, "GET /signin/oidc/callback": who.FromProvider,
		"POST /setup": who.Setup, "POST /invitation": who.Accept, "POST /invitation/look": who.Look,
	} {
		mux.Handle(path, limitBody(open))
	}
}

// Stop says "not ready"; all else goes on.
func (s *Site) Stop() { s.stopping.Store(true) }

// Leave ends sockets and streams, and has each answer end its connection; running requests go on.
func (s *Site) Leave() {
	s.Stop()
	s.left.Do(func() { close(s.quit) })
}

// healthy says that the process lives; it never touches the database.
func healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// manual is how the API is spoken to, for whoever is sent here by the app.
func manual(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = io.WriteString(w, docs.API)
}

// ready says that requests will be answered: the database is there, and the server is not stopping.
func (s *Site) ready(st *store.Store) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if s.stopping.Load() || st.Ping(ctx) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte("not ready\n"))
			return
		}
		_, _ = w.Write([]byte("ready\n"))
	})
}

// partners lets named origins call with a token, never with a cookie.
func partners(origins []string) *cors.Cors {
	return cors.New(cors.Options{
		AllowedOrigins: origins, AllowedMethods: []string{http.MethodPost},
		AllowedHeaders: []string{"Authorization", "Content-Type", "Idempotency-Key", "X-Requested-With"}, MaxAge: 600,
	})
}

// crossOrigin refuses writes that another site sent with somebody's cookie.
func crossOrigin(origins []string) *http.CrossOriginProtection {
	p := http.NewCrossOriginProtection()
	for _, o := range origins {
		_ = p.AddTrustedOrigin(o) // a malformed one stays untrusted
	}
	return p
}

// biggest is the most that a request's body may hold, in bytes.
const biggest = graph.MostBody

func limitBody(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > biggest {
			w.Header().Set("Connection", "close")
			f := fault.New(fault.CodeLimitExceeded, "request.too_large")
			w.Header().Set("Content-Type", "application/json; charset=utf-8")
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": f.Error(), "extensions": f.Extensions()}}})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, biggest)
		h.ServeHTTP(w, r)
	})
}

// compress gzips answers of the API and what else was not compressed when the app was built.
func compress(h http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.CompressionLevel(gzip.BestSpeed), gzhttp.ContentTypes([]string{
		"application/json", "application/graphql-response+json", "text/html", "text/plain", "image/svg+xml",
	}))
	if err != nil {
		panic(err) // the options above are constants
	}
	zipped := wrap(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Upgrade") != "" { // a socket wants the connection itself
			h.ServeHTTP(w, r)
			return
		}
		zipped.ServeHTTP(w, r)
	})
}
