package store

import (
	"encoding/json"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/lib/pq"
)

// Among holds where a column holds one of the values. Several are one argument, however many: a statement may ask for them
// in many places, and SQLite takes 32,766 arguments.
func Among(column string, values []string) *sql.Predicate {
	switch len(values) {
	case 0:
		return sql.False()
	case 1:
		return sql.EQ(column, values[0])
	}
	return sql.P(func(b *sql.Builder) {
		before, list, after := among(b.Dialect() == dialect.Postgres, values)
		b.Ident(column).WriteString(before).Arg(list).WriteString(after)
	})
}

// among is what stands before and after the one argument, and the argument.
func among(postgres bool, values []string) (before string, list any, after string) {
	if postgres {
		return " = ANY(", pq.Array(values), ")"
	}
	text, _ := json.Marshal(values) // texts always can be
	return " IN (SELECT value FROM json_each(", string(text), "))"
}
