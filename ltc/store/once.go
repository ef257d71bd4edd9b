package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

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

// Once runs f in a transaction under the call's idempotency key, which is written last: of two at once with one key the
// second one waits at its row, and answers what the first one did. So does whoever fails: a key that has done its work
// answers what it answered then; with another input it is IDEMPOTENCY_KEY_REUSED. Nothing is looked up where nobody
// tries again. Without a key, or inside another transaction, whose key counts, f simply runs. Refusals are not kept.
//
// It tells whether the key had done its work before: then all that f did is undone.
func (s *Store) Once(ctx context.Context, verb string, in any, f func(context.Context, *Tx) (Ref, error)) (ref Ref, before bool, err error) {
	c := call.From(ctx)
	if len(c.IdempotencyKey) > mostKey {
		return ref, false, fault.Invalid("idempotency.key_too_long", nil)
	}
	hash, err := requestHash(verb, in)
	if err != nil {
		return ref, false, err
	}
	keyed := c.IdempotencyKey != "" && !s.Joined(ctx)
	err = s.InTx(ctx, func(ctx context.Context, tx *Tx) (err error) {
		if ref, err = f(ctx, tx); err == nil && keyed {
			tx.Append(idempotencies, c.Viewer.Principal, c.IdempotencyKey, c.ResponseName, hash,
				string(ref.Kind), ref.ID, ref.Version, c.Now)
		}
		return err
	})
	if err == nil || !keyed {
		return ref, false, err
	}
	was, failed := s.kept(ctx, c, hash)
	if failed == nil || fault.CodeOf(failed) == fault.CodeKeyReused {
		return was, true, failed
	}
	return Ref{}, false, err
}

const mostKey = 255

// Done is what the call's idempotency key has done of the verb before, for a verb that must know it before its
// transaction begins; false where it has done nothing.
func (s *Store) Done(ctx context.Context, verb string, in any) (ref Ref, done bool, err error) {
	c := call.From(ctx)
	if c.IdempotencyKey == "" {
		return ref, false, nil
	}
	if len(c.IdempotencyKey) > mostKey {
		return ref, false, fault.Invalid("idempotency.key_too_long", nil)
	}
	hash, err := requestHash(verb, in)
	if err != nil {
		return ref, false, err
	}
	ref, err = s.kept(ctx, c, hash)
	if Missing(err) {
		return ref, false, nil
	}
	return ref, err == nil, Translate(err)
}

// KeysLast is how long keys are remembered at least; twice what is promised.
const KeysLast = 48 * time.Hour

// ForgetKeys forgets the keys of before an instant, some at a time.
func (s *Store) ForgetKeys(ctx context.Context, before time.Time) error {
	for {
		var n int64
		err := s.InTx(ctx, func(ctx context.Context, tx *Tx) error {
			done, err := tx.SQL.ExecContext(ctx, `DELETE FROM idempotencies WHERE id IN
				(SELECT id FROM idempotencies WHERE created_at < $1 ORDER BY created_at LIMIT 5000)`, before)
			if err != nil {
				return err
			}
			n, err = done.RowsAffected()
			return err
		})
		if err != nil || n == 0 {
			return err
		}
	}
}

func requestHash(verb string, in any) ([]byte, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, fmt.Errorf("hash the input of %s: %w", verb, err)
	}
	h := sha256.Sum256(append([]byte(verb+"\n"), b...))
	return h[:], nil
}

// kept is what was written down of the key.
func (s *Store) kept(ctx context.Context, c call.Call, hash []byte) (Ref, error) {
	var ref Ref
	var was []byte
	err := s.reads.QueryRowContext(ctx, `SELECT request_hash, record_kind, record_id, record_version FROM idempotencies
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
