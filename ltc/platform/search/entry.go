package search

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
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

// row is a record's entry: its number, its name, its other texts and the haystack.
type row struct {
	Kind     id.Kind           `json:"kind"`
	RecordID string            `json:"record_id"`
	MadeAt   string            `json:"made_at"`
	Number   string            `json:"number"`
	Title    string            `json:"title"`
	Texts    map[string]string `json:"texts"`
	Haystack string            `json:"haystack"`
}

// instant is how SQLite's driver writes one down, and PostgreSQL reads it.
const instant = "2006-01-02 15:04:05.999999999-07:00"

func (r record) row() row {
	out := row{Kind: r.kind, RecordID: r.id, MadeAt: r.made.UTC().Format(instant), Texts: map[string]string{}, Haystack: haystack(r.texts)}
	for _, t := range r.texts {
		switch {
		case t.as == number:
			out.Number = t.value
		case t.as == name && out.Title == "":
			out.Title = t.value
		default:
			out.Texts[t.field] = t.value
		}
	}
	return out
}

// together is how many entries one statement writes; of 500 at once, SQLite's index answered in 1.9 ms what took 1.3.
const together = 100

// write keeps the entries of records; of those that have one already, only what is new is written.
func write(ctx context.Context, tx *store.Tx, rs []record) error {
	for part := range slices.Chunk(rs, together) {
		if err := writeSome(ctx, tx, part); err != nil {
			return err
		}
	}
	return nil
}

func writeSome(ctx context.Context, tx *store.Tx, rs []record) error {
	rows := make([]row, len(rs))
	for i, r := range rs {
		rows[i] = r.row()
	}
	list, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	_, err = tx.SQL.ExecContext(ctx, `INSERT INTO search_entries (kind, record_id, made_at, number, title, texts, haystack)
		`+rowsOf(tx.Store)+` WHERE TRUE ON CONFLICT (record_id) DO UPDATE SET number = excluded.number, title = excluded.title,
		texts = excluded.texts, haystack = excluded.haystack WHERE search_entries.haystack <> excluded.haystack
		OR search_entries.title <> excluded.title OR search_entries.number <> excluded.number OR search_entries.texts <> excluded.texts`,
		string(list))
	return store.Translate(err)
}

// drop takes the entries of records away.
func drop(ctx context.Context, tx *store.Tx, ids []string) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	_, err = tx.SQL.ExecContext(ctx, "DELETE FROM search_entries WHERE record_id IN ("+idsOf(tx.Store)+")", string(list))
	return store.Translate(err)
}

// idsOf selects the ids of a list. Batches are handed over as one JSON list, so that those of all sizes have one text,
// which stays prepared.
func idsOf(st *store.Store) string {
	if st.Postgres() {
		return "SELECT json_array_elements_text($1::json)"
	}
	return "SELECT value FROM json_each($1)"
}

// rowsOf selects the rows of a list, in its order.
func rowsOf(st *store.Store) string {
	if st.Postgres() {
		return `SELECT r.* FROM json_to_recordset($1::json) AS r (kind text, record_id text, made_at timestamptz,
			number text, title text, texts jsonb, haystack text)`
	}
	return `SELECT value ->> 'kind', value ->> 'record_id', value ->> 'made_at', value ->> 'number', value ->> 'title',
		value -> 'texts', value ->> 'haystack' FROM json_each($1)`
}
