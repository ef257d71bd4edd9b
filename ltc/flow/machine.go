// Package flow is the engine: the one door through which records are opened, moved and edited, the log that every
// such change is written to, and the feed and the readers that follow the log. It knows no department: each
// registers its kinds of records, what is true of them, and what guards their moves.
package flow

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Params are what a process gives to a guard.
type Params = map[string]string

// Guards are the checks that a process may name, over the plain facts of a kind.
type Guards[F any] map[string]func(F, Params) *fault.Error

// Machine is what a department says about a kind of record that has stages.
type Machine[F any] struct {
	Kind    id.Kind
	Default stage.Document // the process of a fresh installation
	// Facts gathers what the guards look at, for many records at once; nil where there are no guards.
	Facts  func(ctx context.Context, c *db.Client, ids []string) (map[string]F, error)
	Guards Guards[F]
	// Phase is where a journey is that has such a record; empty where the record is no part of a journey.
	Phase journey.Phase
	// Values are the categories in which the record's amount is its journey's value.
	Values []stage.Category
	// Ends says how a journey stands when the record reaches a category; leaving for another opens it again.
	Ends map[stage.Category]journey.Status
	// Sets are the columns that a move changes besides the stage, whichever way it is made: moveStage too. The reason
	// is the move's, at is when the stage is entered. nil where there are none.
	Sets func(to stage.Category, reason string, at time.Time) map[string]any
}

// check answers the guards' refusals of one record.
type check func(recordID string, g stage.Guard) *fault.Error

// machine is a Machine without its type of facts.
type machine struct {
	kind     id.Kind
	document stage.Document
	guards   map[string]bool
	gather   func(ctx context.Context, c *db.Client, ids []string) (check, error)
	phase    journey.Phase
	values   []stage.Category
	ends     map[stage.Category]journey.Status
	sets     func(to stage.Category, reason string, at time.Time) map[string]any
}

// machines is filled by the departments' packages as they are loaded, and only read afterwards.
var machines = map[id.Kind]*machine{}

// Register makes a kind known. A default process that is wrong, or names an unknown guard, stops the program.
func Register[F any](m Machine[F]) {
	known := map[string]bool{}
	for name := range maps.Keys(m.Guards) {
		known[name] = true
	}
	if err := m.Default.Check(m.Kind, func(name string) bool { return known[name] }); err != nil {
		panic(fmt.Sprintf("process of %s: %v %v", m.Kind, err, fault.Of(err).Params))
	}
	machines[m.Kind] = &machine{
		kind: m.Kind, document: m.Default, guards: known, gather: m.gather,
		phase: m.Phase, values: m.Values, ends: m.Ends, sets: m.Sets,
	}
}

func (m Machine[F]) gather(ctx context.Context, c *db.Client, ids []string) (check, error) {
	if m.Facts == nil {
		return func(string, stage.Guard) *fault.Error { return nil }, nil
	}
	facts, err := m.Facts(ctx, c, ids)
	if err != nil {
		return nil, fmt.Errorf("facts of %s: %w", m.Kind, err)
	}
	return func(recordID string, g stage.Guard) *fault.Error { return m.Guards[g.Name](facts[recordID], g.Params) }, nil
}

// machineOf is the registered machine; a kind without one is a fault of the program.
func machineOf(kind id.Kind) (*machine, error) {
	if m := machines[kind]; m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("no machine is registered for %q", kind)
}

// Registered are the kinds that departments have registered.
func Registered() map[id.Kind]bool {
	out := map[id.Kind]bool{}
	for k := range machines {
		out[k] = true
	}
	return out
}
