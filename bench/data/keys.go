package data

import (
	"fmt"

	"github.com/leadtocash/ltc/ent/db/migrate"
)

// key is a foreign key and the statement that counts its rows that point nowhere.
type key struct{ name, query string }

// keys are all foreign keys of the schema.
func keys() []key {
	var out []key
	for _, t := range migrate.Tables {
		for _, f := range t.ForeignKeys {
			from, to, column := t.Name, f.RefTable.Name, f.Columns[0].Name
			out = append(out, key{from + "." + column, fmt.Sprintf(
				`SELECT count(*) FROM %s f WHERE f.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = f.%s)`, from, column, to, column)})
		}
	}
	return out
}
