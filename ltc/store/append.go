package store

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// Appended is a table to which rows are only added, and the columns that they give.
type Appended struct {
	Table   string
	Columns []string
}

// appendedRow is a row that waits for the end of its transaction.
type appendedRow struct {
	to     *Appended
	values []any
}

// mostRows is how many rows one statement adds.
const mostRows = 10

// Append adds a row just before the commit. What nothing in the transaction reads is then written together: by one
// statement on PostgreSQL, by one a table on SQLite. The rows of a table keep their order.
func (tx *Tx) Append(to *Appended, values ...any) {
	tx.appended = append(tx.appended, appendedRow{to, values})
}

// late is a change that waits for the next statement.
type late struct {
	query  string
	args   []any
	missed func() error // where it changes nothing
}

// Late runs a change of one record with the next statement of the transaction, or with the rows that are added at its
// end; where it changes no record, the transaction fails with the error given. It saves a round trip where nothing else
// is asked before the commit. SQLite has none to save.
func (tx *Tx) Late(ctx context.Context, missed func() error, query string, args ...any) error {
	l := &late{query, args, missed}
	if !tx.Store.Postgres() {
		return tx.SQL.change(ctx, l)
	}
	if err := tx.SQL.settle(ctx); err != nil {
		return err
	}
	tx.SQL.late = l
	return nil
}

func (tx *Tx) writeAppended(ctx context.Context) error {
	for rows := range slices.Chunk(tx.appended, mostRows) {
		for _, some := range tx.together(rows) {
			if err := tx.SQL.add(ctx, some); err != nil {
				return err
			}
		}
	}
	tx.appended = nil
	if err := tx.SQL.settle(ctx); err != nil {
		return err
	}
	return tx.SQL.missed // whoever was told may have gone on
}

// settle runs the change that waits.
func (s session) settle(ctx context.Context) error {
	l := s.late
	if l == nil {
		return nil
	}
	s.late = nil
	return s.change(ctx, l)
}

func (s session) change(ctx context.Context, l *late) error {
	done, err := s.ExecContext(ctx, l.query, l.args...)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	s.missed = l.missed()
	return s.missed
}

// add adds rows to tables, with the change that waits.
func (s session) add(ctx context.Context, tables [][]appendedRow) error {
	l := s.late
	if l == nil {
		query, args := insertion(tables)
		_, err := s.ExecContext(ctx, query, args...)
		return err
	}
	s.late = nil
	var q strings.Builder
	args := withs(&q, tables, slices.Clone(l.args), "late AS ("+l.query+" RETURNING 1)")
	q.WriteString("SELECT COUNT(*) FROM late")
	var n int
	if err := s.QueryRowContext(ctx, q.String(), args...).Scan(&n); err != nil || n == 1 {
		return err
	}
	s.missed = l.missed()
	return s.missed
}

// together are the rows of each table, in as many statements as the database needs.
func (tx *Tx) together(rows []appendedRow) [][][]appendedRow {
	var tables [][]appendedRow
	for _, r := range rows {
		i := slices.IndexFunc(tables, func(of []appendedRow) bool { return of[0].to == r.to })
		if i < 0 {
			i = len(tables)
			tables = append(tables, nil)
		}
		tables[i] = append(tables[i], r)
	}
	if tx.Store.Postgres() {
		return [][][]appendedRow{tables}
	}
	return slices.Collect(slices.Chunk(tables, 1))
}

// insertion is the statement that adds rows to tables.
func insertion(tables [][]appendedRow) (string, []any) {
	var q strings.Builder
	last := len(tables) - 1
	args := withs(&q, tables[:last], nil)
	args = into(&q, tables[last], args)
	return q.String(), args
}

// withs are the insertions into tables, behind the others, as expressions that stand before a statement.
func withs(q *strings.Builder, tables [][]appendedRow, args []any, others ...string) []any {
	for i, rows := range tables {
		var one strings.Builder
		one.WriteString("a" + strconv.Itoa(i) + " AS (")
		args = into(&one, rows, args)
		others = append(others, one.String()+")")
	}
	if len(others) > 0 {
		q.WriteString("WITH " + strings.Join(others, ", ") + " ")
	}
	return args
}

// into is the insertion into one table.
func into(q *strings.Builder, rows []appendedRow, args []any) []any {
	q.WriteString("INSERT INTO " + rows[0].to.Table + " (" + strings.Join(rows[0].to.Columns, ", ") + ") VALUES ")
	for i, r := range rows {
		if i > 0 {
			q.WriteString(", ")
		}
		for j, v := range r.values {
			q.WriteString([]string{"(", ", "}[min(j, 1)])
			args = append(args, v)
			q.WriteString("$" + strconv.Itoa(len(args)))
		}
		q.WriteString(")")
	}
	return args
}
