package flow

import (
	"context"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Newest is the expected version of a move that follows from another, made under the same lock.
const Newest = 0

// Target is where a record shall go, and what goes with it.
type Target struct {
	category stage.Category // the entry stage of this category: where verbs aim
	key      string         // or the stage of this key: where people move a card
	Reason   string
	Comment  string
	Set      map[string]any // columns that change in the same statement
}

// To aims at the entry stage of a category.
func To(c stage.Category) Target { return Target{category: c} }

// ToStage aims at a stage by its key: only a transition without a verb of its own goes there.
func ToStage(key string) Target { return Target{key: key} }

// Because gives the reason.
func (t Target) Because(reason string) Target { t.Reason = reason; return t }

// With sets a column together with the stage.
func (t Target) With(column string, value any) Target {
	set := map[string]any{column: value}
	for k, v := range t.Set {
		set[k] = v
	}
	t.Set = set
	return t
}

// Move brings a record to another stage: is the transition in its process, do the guards pass, is the version the
// expected one; then one UPDATE, one row in the log, and its journey is kept. It answers the record as it is then.
//
// Errors: STALE_VERSION; TRANSITION_NOT_ALLOWED, with the allowed ones or the verb to call; GUARD_FAILED, with what
// is missing; INVALID where a reason is asked for.
func Move(ctx context.Context, tx *store.Tx, r stage.Record, to Target, expected int) (stage.Record, error) {
	if err := Expect(r, expected); err != nil {
		return r, err
	}
	d, err := Document(ctx, tx.Store, tx.Client, r.Kind, r.ProcessVersion)
	if err != nil {
		return r, err
	}
	from, err := stageOf(d, r.Stage)
	if err != nil {
		return r, err
	}
	t, s, err := find(ctx, d, from, to)
	if err != nil {
		return r, err
	}
	if t.Reason && to.Reason == "" {
		return r, fault.Invalid("transition.reason_required", map[string]any{"stage": s.Name.EN}).At("reason")
	}
	if err := guarded(ctx, tx.Client, r, t); err != nil {
		return r, err
	}
	moved, err := update(ctx, tx, r, s, to)
	if err != nil {
		return r, err
	}
	if err := keepJourney(ctx, tx, moved, from, s); err != nil {
		return r, err
	}
	return moved, write(ctx, tx, moved, row{
		kind: change.KindMoved, from: from, to: s, entered: r.EnteredAt, reason: to.Reason, comment: to.Comment, guards: t.Guards,
	})
}

// Expect refuses a record that someone else has changed in the meantime, and tells both versions.
func Expect(r stage.Record, expected int) error {
	if expected == Newest || expected == r.Version {
		return nil
	}
	return fault.New(fault.CodeStaleVersion, "record.stale").At("expectedVersion").
		With("expected", expected).With("actual", r.Version)
}

// find is the transition from a stage to a target.
func find(ctx context.Context, d stage.Document, from stage.Stage, to Target) (stage.Transition, stage.Stage, error) {
	key := to.key
	if key == "" {
		if s, ok := d.Entry(to.category); ok {
			key = s.Key
		}
	}
	t, ok := d.Between(from.Key, key)
	if !ok {
		return t, stage.Stage{}, notAllowed(d, from, key)
	}
	if to.key != "" && t.Verb != "" {
		return t, stage.Stage{}, notAllowed(d, from, key).Helping("verb", t.Verb)
	}
	if to.key != "" && t.Trigger != "" && t.Trigger != stage.Manual { // follows by itself, nobody asks for it
		return t, stage.Stage{}, notAllowed(d, from, key)
	}
	if to.key != "" && !mayMove(call.From(ctx).Viewer, t) {
		return t, stage.Stage{}, fault.New(fault.CodeForbidden, "access.transition").Helping("who", who(t))
	}
	s, err := stageOf(d, key)
	return t, s, err
}

func notAllowed(d stage.Document, from stage.Stage, to string) *fault.Error {
	var allowed []string
	for _, t := range d.Leaving(from.Key) {
		allowed = append(allowed, t.To)
	}
	return fault.New(fault.CodeTransitionNotAllowed, "transition.not_allowed").At("to").
		With("from", from.Key).With("to", to).Helping("allowed", allowed)
}

// who are the departments that may make a transition.
func who(t stage.Transition) []stage.Department {
	switch {
	case len(t.Who) > 0:
		return t.Who
	case t.Verb != "":
		return access.Who(t.Verb)
	}
	return nil
}

// mayMove tells whether the viewer's department may make a transition.
func mayMove(v call.Viewer, t stage.Transition) bool {
	if v.Rights.Boundless() {
		return true
	}
	ds := who(t)
	for _, d := range ds {
		if d == v.Department {
			return true
		}
	}
	return len(ds) == 0
}

// guarded answers the first refusal of a transition's guards.
func guarded(ctx context.Context, c *db.Client, r stage.Record, t stage.Transition) error {
	if len(t.Guards) == 0 {
		return nil
	}
	m, err := machineOf(r.Kind)
	if err != nil {
		return err
	}
	check, err := m.gather(ctx, c, []string{r.ID})
	if err != nil {
		return err
	}
	for _, g := range t.Guards {
		if refusal := check(r.ID, g); refusal != nil {
			return refusal
		}
	}
	return nil
}

// update is the one statement that writes a stage. It stamps the later of the call's time and the entry into the
// stage before, so that a record's stays never overlap.
func update(ctx context.Context, tx *store.Tx, r stage.Record, s stage.Stage, to Target) (stage.Record, error) {
	c := call.From(ctx)
	at := later(c.Now, r.EnteredAt)
	u := sql.Dialect(tx.Store.Dialect()).Update(db.Tables[r.Kind].Name).
		Set("stage", s.Key).Set("stage_category", string(s.Category)).Set("stage_entered_at", at).
		Set("version", r.Version+1).Set("updated_at", c.Now).Set("updated_by", c.Viewer.Principal)
	set := to.columns(r.Kind, s.Category, at)
	for _, column := range slices.Sorted(maps.Keys(set)) { // one text, prepared once
		u.Set(column, set[column])
	}
	query, args := u.Where(sql.And(sql.EQ("id", r.ID), sql.EQ("version", r.Version))).Query()
	stale := func() error { return Expect(stage.Record{Version: r.Version + 1}, r.Version) }
	if err := tx.Late(ctx, stale, query, args...); err != nil {
		return r, err
	}
	r.Version++
	r.Stage, r.Category, r.EnteredAt = s.Key, s.Category, at
	return r, nil
}

// columns are those that change together with the stage: what the kind's machine sets, and what the verb does.
func (t Target) columns(kind id.Kind, to stage.Category, at time.Time) map[string]any {
	set := map[string]any{}
	if m := machines[kind]; m != nil && m.sets != nil {
		maps.Copy(set, m.sets(to, t.Reason, at))
	}
	maps.Copy(set, t.Set)
	return set
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b.UTC()
	}
	return a.UTC()
}
