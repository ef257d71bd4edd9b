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

func (tx *Tx) writeAppended(ctx context.Context) error {
	for rows := range slices.Chunk(tx.appended, mostRows) {
		for _, some := range tx.together(rows) {
			query, args := insertion(some)
			if _, err := tx.SQL.ExecContext(ctx, query, args...); err != nil {
				return err
			}
		}
	}
	tx.appended = nil
	return nil
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
	var args []any
	for i, rows := range tables {
		last := i == len(tables)-1
		switch {
		case i == 0 && !last:
			q.WriteString("WITH ")
		case i > 0 && !last:
			q.WriteString(", ")
		}
		if !last {
			q.WriteString("a" + strconv.Itoa(i) + " AS (")
		}
		args = into(&q, rows, args)
		if !last {
			q.WriteString(") ")
		}
	}
	return q.String(), args
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
