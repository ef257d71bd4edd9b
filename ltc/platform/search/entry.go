package search

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// queryer reads, in a transaction or outside of one.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// record is what the search knows of a record.
type record struct {
	kind  id.Kind
	id    string
	made  time.Time
	texts []text
}

// load reads records of a kind: those that a condition names, in the order of their ids.
func load(ctx context.Context, from queryer, kind id.Kind, where string, args ...any) ([]record, error) {
	rows, err := from.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE %s", columns(kind), tableOf(kind), where), args...)
	if err != nil {
		return nil, store.Translate(err)
	}
	defer rows.Close()
	var out []record
	for rows.Next() {
		r := record{kind: kind}
		values := make([]sql.NullString, len(kinds[kind]))
		into := []any{&r.id, &r.made}
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, store.Translate(err)
		}
		for i, c := range kinds[kind] {
			if values[i].String != "" {
				r.texts = append(r.texts, text{c.field, values[i].String, c.as})
			}
		}
		out = append(out, r)
	}
	return out, store.Translate(rows.Err())
}

// entry is a record's row: its number, its name, its other texts and the haystack.
func (r record) entry() ([]any, error) {
	no, title, others := "", "", map[string]string{}
	for _, t := range r.texts {
		switch {
		case t.as == number:
			no = t.value
		case t.as == name && title == "":
			title = t.value
		default:
			others[t.field] = t.value
		}
	}
	texts, err := json.Marshal(others)
	return []any{string(r.kind), r.id, r.made, no, title, string(texts), haystack(r.texts)}, err
}

// together is how many entries one statement writes.
const together = 100

// write keeps the entries of records; of those that have one already, only what is new is written.
func write(ctx context.Context, tx *store.Tx, rs []record) error {
	for len(rs) > 0 {
		n := min(together, len(rs))
		args := make([]any, 0, n*7)
		values := make([]string, n)
		for i, r := range rs[:n] {
			e, err := r.entry()
			if err != nil {
				return err
			}
			values[i] = places(len(args), len(e))
			args = append(args, e...)
		}
		if _, err := tx.SQL.ExecContext(ctx, `INSERT INTO search_entries (kind, record_id, made_at, number, title, texts, haystack)
			VALUES `+strings.Join(values, ", ")+` ON CONFLICT (record_id) DO UPDATE SET number = excluded.number, title = excluded.title,
			texts = excluded.texts, haystack = excluded.haystack WHERE search_entries.haystack <> excluded.haystack
			OR search_entries.title <> excluded.title OR search_entries.number <> excluded.number OR search_entries.texts <> excluded.texts`,
			args...); err != nil {
			return store.Translate(err)
		}
		rs = rs[n:]
	}
	return nil
}

// places are n placeholders after so many.
func places(after, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ", $%d", after+i+1)
	}
	return "(" + b.String()[2:] + ")"
}

// drop takes the entries of records away.
func drop(ctx context.Context, tx *store.Tx, ids []string) error {
	args := make([]any, len(ids))
	for i, recordID := range ids {
		args[i] = recordID
	}
	_, err := tx.SQL.ExecContext(ctx, "DELETE FROM search_entries WHERE record_id IN "+places(0, len(args)), args...)
	return store.Translate(err)
}
