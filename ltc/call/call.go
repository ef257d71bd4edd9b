// Package call carries who asks, when, and how to name what is made, through the context of one request.
// Ids and the clock come from here, so that an import can write the past and a demo company is the same each time.
package call

import (
	"context"
	"crypto/rand"
	"time"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Source is the way by which a change came.
type Source string

// The ways.
const (
	UI         Source = "ui"
	API        Source = "api"
	Import     Source = "import"
	Automation Source = "automation"
	Portal     Source = "portal"
)

// ActorKind is what kind of principal acts.
type ActorKind string

// The kinds of actors.
const (
	ByUser       ActorKind = "user"
	ByToken      ActorKind = "token"
	ByAutomation ActorKind = "automation"
	ByCustomer   ActorKind = "customer"
	BySystem     ActorKind = "system"
)

// Viewer is who asks. The zero viewer is nobody and sees nothing.
type Viewer struct {
	Principal     string // the user's or the token's id, or "system"; idempotency keys belong to it
	Kind          ActorKind
	UserID        string // the person; "" for the system
	DepartmentID  string
	Department    stage.Department
	LegalEntityID string
	Rights        *role.Rights // of all their roles
	Delegators    []string     // users for whom they stand in today
	Reports       []string     // users below them; known where a role's scope asks for it
	Below         []string     // departments below their own, and those that they head; as Reports
	SeenBy        string       // the administrator who looks through this person's eyes, and may do nothing; "" otherwise
}

// Admin tells whether the viewer may all.
func (v Viewer) Admin() bool { return v.Rights != nil && v.Rights.Administrator }

// Nobody tells whether the viewer is signed in as no one.
func (v Viewer) Nobody() bool { return v.Principal == "" }

var all = role.Union(role.Document{Administrator: true})

// System is the viewer of jobs and log readers.
func System(legalEntityID string) Viewer {
	return Viewer{Principal: "system", Kind: BySystem, Rights: all, LegalEntityID: legalEntityID}
}

// Call is one request.
type Call struct {
	Viewer           Viewer
	Now              time.Time // UTC, cut to microseconds
	Source           Source
	Correlation      string // groups the changes that one action caused
	ClientMutationID string // lets a client know its own changes in the feed
	IdempotencyKey   string
	ResponseName     string // which root field of the request; part of the key
	Address          string // where the request came from, for the audit
	UserAgent        string
	SessionID        string // the session that asks, "" for a token
	// Renew is who the caller is by now, for what stays open: rights change, sessions end. It is cheap, may be some
	// seconds old, and nil for what does not stay open.
	Renew func(context.Context) (Viewer, error)
	NewID func(id.Kind, time.Time) string
}

// At is the same call at another instant.
func (c Call) At(now time.Time) Call {
	c.Now = now.UTC().Truncate(time.Microsecond)
	return c
}

// Renewed is a further call of the same caller: at its own instant, with its own correlation.
func (c Call) Renewed(now time.Time) Call {
	c.Correlation = rand.Text()
	return c.At(now)
}

// As is the same call by someone else.
func (c Call) As(v Viewer) Call { c.Viewer = v; return c }

// New makes a call with random ids.
func New(v Viewer, now time.Time, source Source) Call {
	return Call{Viewer: v, Source: source, NewID: Random, Correlation: rand.Text()}.At(now)
}

// Random makes ids from the system's randomness.
func Random(k id.Kind, at time.Time) string {
	var r [10]byte
	_, _ = rand.Read(r[:]) // never fails since Go 1.24
	return id.New(k, at, r)
}

type key struct{}

// With puts the call into the context.
func With(ctx context.Context, c Call) context.Context { return context.WithValue(ctx, key{}, c) }

// From is the context's call; without one it is nobody's, and names nothing.
func From(ctx context.Context) Call {
	c, _ := ctx.Value(key{}).(Call)
	return c
}

// NewID names a record of the kind.
func NewID(ctx context.Context, k id.Kind) string {
	c := From(ctx)
	return c.NewID(k, c.Now)
}

// Now is the call's instant.
func Now(ctx context.Context) time.Time { return From(ctx).Now }
