package migrate

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// LostTrigger says that a file rebuilds a SQLite table and does not write its trigger again; it was rolled back.
// Triggers are written by hand, so the diff that writes the rebuild knows nothing of them.
type LostTrigger struct{ Trigger, Table string }

func (e *LostTrigger) Error() string {
	return fmt.Sprintf("trigger %s goes when %s is rebuilt: create it again at the end of the file; nothing was changed", e.Trigger, e.Table)
}

// triggers answers the table of each trigger.
func triggers(ctx context.Context, tx *sql.Tx) (map[string]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	tables := map[string]string{}
	for rows.Next() {
		var trigger, table string
		if err := rows.Scan(&trigger, &table); err != nil {
			return nil, err
		}
		tables[trigger] = table
	}
	return tables, rows.Err()
}

// triggersStand compares with what was there before the file; a trigger that the file names is its own affair.
func (f file) triggersStand(ctx context.Context, tx *sql.Tx, before map[string]string) error {
	after, err := triggers(ctx, tx)
	if err != nil {
		return err
	}
	for trigger, table := range before {
		if _, ok := after[trigger]; !ok && !strings.Contains(f.sql, trigger) {
			return &LostTrigger{trigger, table}
		}
	}
	return nil
}
