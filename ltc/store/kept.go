package store

import (
	"context"
	"slices"
	"sync"
	"time"

	"entgo.io/ent"

	entsession "github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ltc/call"
)

// Kept is what every request asks and people seldom change, by key: who somebody is, which process is current. It is
// read again after a second, and at once after this server has written a record of a seldom kind, so that a right that
// was taken away is gone for whoever asks here next, and within a second for whoever asks another server.
type Kept[K comparable, V any] struct {
	mu   sync.RWMutex
	turn int64
	by   map[K]found[V]
}

// found is a value, and when it was read.
type found[V any] struct {
	value V
	at    time.Time // of the process's clock
	now   time.Time // of the call, whose clock may be another one
}

const (
	keptFor  = time.Second
	mostKept = 10_000
)

// seldom are the types of ent whose records are read with every request and seldom written.
var seldom = map[string]bool{
	"Delegation": true, "Department": true, "LegalEntity": true, "Process": true, "Role": true, "Session": true, "Token": true, "User": true,
}

// notes are the columns that only note that something was used: to nobody it is another record.
var notes = map[string]bool{entsession.FieldLastSeenAt: true, token.FieldLastUsedAt: true, token.FieldLastUsedFrom: true}

// turns tells whether a change makes what is kept untrue.
func turns(m ent.Mutation) bool {
	other := func(column string) bool { return !notes[column] }
	fields := append(m.Fields(), m.ClearedFields()...)
	only := !m.Op().Is(ent.OpCreate) && len(fields) > 0 && !slices.ContainsFunc(fields, other)
	return seldom[m.Type()] && !only
}

// KeptIn is what is kept for a database under a name, a value of a type of the caller's own.
func KeptIn[K comparable, V any](s *Store, name any) *Kept[K, V] {
	if k, ok := s.Cache.Load(name); ok {
		return k.(*Kept[K, V])
	}
	k, _ := s.Cache.LoadOrStore(name, &Kept[K, V]{})
	return k.(*Kept[K, V])
}

// Get is the value of a key, as it is kept or as read finds it; what fails is not kept.
func (k *Kept[K, V]) Get(ctx context.Context, s *Store, key K, read func() (V, error)) (V, error) {
	turn, at, now := s.turn.Load(), time.Now(), call.Now(ctx) //nolint:forbidigo // the age of what is kept, not of a record
	if f, ok := k.find(turn, key); ok && at.Sub(f.at) < keptFor && now.Sub(f.now).Abs() < keptFor {
		return f.value, nil
	}
	v, err := read()
	if err == nil {
		k.keep(turn, key, found[V]{v, at, now})
	}
	return v, err
}

// Drop forgets the value of a key, which has become another.
func (k *Kept[K, V]) Drop(key K) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.by, key)
}

func (k *Kept[K, V]) find(turn int64, key K) (f found[V], ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	if k.turn == turn {
		f, ok = k.by[key]
	}
	return f, ok
}

func (k *Kept[K, V]) keep(turn int64, key K, f found[V]) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if turn < k.turn {
		return // it was read before the last write
	}
	if k.by == nil || turn > k.turn || len(k.by) >= mostKept {
		k.turn, k.by = turn, map[K]found[V]{}
	}
	k.by[key] = f
}
