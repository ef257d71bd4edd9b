package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
)

// Ref names a record and its version: what a verb answers, and what a retry finds.
type Ref struct {
	Kind    id.Kind
	ID      string
	Version int
}

// idempotencies is what keys did.
var idempotencies = &Appended{"idempotencies", []string{
	"principal", "key", "response_name", "request_hash", "record_kind", "record_id", "record_version", "created_at",
}}

// KeyLock names the lock of the call's idempotency key, or is "" where it has none. Once takes it; who takes other
// locks first takes it with them.
func KeyLock(ctx context.Context) string {
	c := call.From(ctx)
	if c.IdempotencyKey == "" {
		return ""
	}
	return "key " + c.Viewer.Principal + " " + c.ResponseName + " " + c.IdempotencyKey
}

// Once runs f under the call's idempotency key, inside the transaction. A key that has done its work answers what it
// answered then; with another input it is IDEMPOTENCY_KEY_REUSED. A twin that runs at the same time waits for the
// first at the key's lock. Without a key, f simply runs. Refusals are not kept: they roll back.
func (tx *Tx) Once(ctx context.Context, verb string, in any, f func() (Ref, error)) (Ref, error) {
	c := call.From(ctx)
	if c.IdempotencyKey == "" {
		return f()
	}
	if len(c.IdempotencyKey) > 255 {
		return Ref{}, fault.Invalid("idempotency.key_too_long", nil)
	}
	hash, err := requestHash(verb, in)
	if err != nil {
		return Ref{}, err
	}
	if err := tx.Lock(ctx, KeyLock(ctx)); err != nil {
		return Ref{}, err
	}
	was, err := kept(ctx, tx.SQL, c, hash)
	if !Missing(err) {
		return was, err
	}
	ref, err := f()
	if err != nil {
		return Ref{}, err
	}
	tx.Append(idempotencies, c.Viewer.Principal, c.IdempotencyKey, c.ResponseName, hash,
		string(ref.Kind), ref.ID, ref.Version, c.Now)
	return ref, nil
}

// Done is what the call's idempotency key has done of the verb before, for a verb that must know it before its
// transaction begins; false where it has done nothing.
func (s *Store) Done(ctx context.Context, verb string, in any) (ref Ref, done bool, err error) {
	c := call.From(ctx)
	if c.IdempotencyKey == "" {
		return ref, false, nil
	}
	hash, err := requestHash(verb, in)
	if err != nil {
		return ref, false, err
	}
	ref, err = kept(ctx, s.SQL(), c, hash)
	if Missing(err) {
		return ref, false, nil
	}
	return ref, err == nil, Translate(err)
}

func requestHash(verb string, in any) ([]byte, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("hash the input of %s: %w", verb, err)
	}
	h := sha256.Sum256(append([]byte(verb+"\n"), b...))
	return h[:], nil
}

// rowQuerier is what asks for one row: a transaction, or the way in for reads.
type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// kept is what was written down of the key.
func kept(ctx context.Context, db rowQuerier, c call.Call, hash []byte) (Ref, error) {
	var ref Ref
	var was []byte
	err := db.QueryRowContext(ctx, `SELECT request_hash, record_kind, record_id, record_version FROM idempotencies
		WHERE principal = $1 AND key = $2 AND response_name = $3`,
		c.Viewer.Principal, c.IdempotencyKey, c.ResponseName).Scan(&was, &ref.Kind, &ref.ID, &ref.Version)
	if err != nil {
		return Ref{}, err
	}
	if string(was) != string(hash) {
		return Ref{}, fault.New(fault.CodeKeyReused, "idempotency.key_reused")
	}
	return ref, nil
}
