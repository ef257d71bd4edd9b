// Package limit answers the bench's questions with one handwritten statement each, over net/http and lib/pq and nothing
// else: no schema, no access, no verbs. It is what a request costs at least, and what LTC's own figures are held against;
// an operation's Note says where LTC has what the limit has not.
package limit

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	_ "github.com/lib/pq" // the driver named "postgres"
)

// statement is a question's SQL and which of the variables it takes. It answers the JSON itself, or rows that are written
// as JSON here.
type statement struct {
	args  []string
	text  string
	write func(*sql.Rows) (any, error)
}

// connections are as many as LTC's readers have.
const connections = 32

// Handler answers POST /<operation> with {"variables": {...}}.
func Handler(ctx context.Context, databaseURL string) (http.Handler, error) {
	db, err := sql.Open("postgres", databaseURL)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	mux := http.NewServeMux()
	for name, s := range statements {
		prepared, err := db.PrepareContext(ctx, s.text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		mux.HandleFunc("POST /"+Path(name), func(w http.ResponseWriter, r *http.Request) { s.answer(w, r, prepared) })
	}
	return mux, nil
}

// Path is where an operation is asked.
func Path(name string) string { return strings.NewReplacer(" ", "-", ",", "").Replace(name) }

func (s statement) answer(w http.ResponseWriter, r *http.Request, prepared *sql.Stmt) {
	var in struct {
		Variables map[string]any `json:"variables"`
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	args := make([]any, len(s.args))
	for i, n := range s.args {
		args[i] = in.Variables[n]
		if f, ok := args[i].(float64); ok {
			args[i] = int64(f)
		}
	}
	data, err := s.ask(r.Context(), prepared, args)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(`{"data":`))
	_, _ = w.Write(data)
	_, _ = w.Write([]byte(`}`))
}

// ask asks the database and answers JSON.
func (s statement) ask(ctx context.Context, prepared *sql.Stmt, args []any) (data []byte, err error) {
	if s.write == nil {
		err = prepared.QueryRowContext(ctx, args...).Scan(&data)
		return data, err
	}
	rows, err := prepared.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	v, err := s.write(rows)
	if err := errors.Join(err, rows.Err()); err != nil {
		return nil, err
	}
	return json.Marshal(v)
}

// Functions are what PostGraphile needs beside the tables, as its users write it: functions in SQL, over the same
// statements.
func Functions() []string {
	list := func(name, args, returns, body string) string {
		return `CREATE OR REPLACE FUNCTION ` + name + `(` + args + `) RETURNS ` + returns + ` LANGUAGE sql STABLE AS $f$ ` + body + ` $f$`
	}
	out := []string{
		`CREATE SCHEMA IF NOT EXISTS bench`,
		list("public.invoices_outstanding", "i public.invoices", "bigint", `SELECT i.gross_minor
			- COALESCE((SELECT sum(a.amount_minor) FROM public.allocations a WHERE a.invoice_id = i.id), 0)::bigint
			- COALESCE((SELECT sum(n.gross_minor) FROM public.credit_notes n WHERE n.invoice_id = i.id AND n.stage_category IN ('posted', 'refunded')), 0)::bigint`),
		list("bench.unpaid", "account text", "SETOF public.invoices", `SELECT i.* FROM public.invoices i
			WHERE i.account_id = account AND i.stage_category = 'posted' AND public.invoices_outstanding(i) > 0 ORDER BY i.due_on, i.id`),
		list("bench.working", "", "int", `SELECT count(*)::int FROM (`+working+`) n`),
		list("bench.funnel", "", "TABLE (stage text, count int, amount_minor bigint)", `SELECT stage, count, amount_minor FROM (`+funnel+`) f ORDER BY place`),
		list("bench.ageing", "", "TABLE (bucket text, minor bigint)", ageing),
		list("bench.search", "code text", "TABLE (kind text, record_id text, number text, title text)", `SELECT kind, record_id, number, title FROM (`+found+`) r`),
	}
	return append(out,
		`CREATE OR REPLACE FUNCTION bench.move_stage(record text, reaches text, expected int, why text, key text) RETURNS json LANGUAGE sql VOLATILE AS $f$ `+moved+` $f$`,
		`CREATE OR REPLACE FUNCTION bench.record_payment(account text, invoice text, reference text, key text, payment text, allocation text) RETURNS json LANGUAGE sql VOLATILE AS $f$ `+paid+` $f$`)
}
