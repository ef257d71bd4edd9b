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
		b.Ident(column)
		if b.Dialect() == dialect.SQLite {
			list, _ := json.Marshal(values) // texts always can be
			b.WriteString(" IN (SELECT value FROM json_each(").Arg(string(list)).WriteString("))")
			return
		}
		b.WriteString(" = ANY(").Arg(pq.Array(values)).WriteString(")")
	})
}
