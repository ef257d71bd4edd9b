package migrate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// ErrForeignKeysOn refuses to migrate SQLite on a connection that enforces foreign keys. To change a column SQLite has
// to build the table anew and drop the old one, and the drop would follow every foreign key to it (to NULL, or to an
// error). Inside a transaction the setting cannot be changed, hence a connection of its own.
var ErrForeignKeysOn = errors.New("SQLite is migrated with foreign_keys off: open the database by migrate.Open")

// BrokenForeignKeys says that a file would leave rows that point nowhere; it was rolled back.
type BrokenForeignKeys struct {
	Table, Parent string // the first one found
	Rows          int    // how many there are in all tables
}

func (e *BrokenForeignKeys) Error() string {
	return fmt.Sprintf("%d rows would lose what they point to, the first in %s to %s; nothing was changed", e.Rows, e.Table, e.Parent)
}

func foreignKeysOff(ctx context.Context, tx *sql.Tx) error {
	var on bool
	if err := tx.QueryRowContext(ctx, "PRAGMA foreign_keys").Scan(&on); err != nil {
		return err
	}
	if on {
		return ErrForeignKeysOn
	}
	return nil
}

func foreignKeysHold(ctx context.Context, tx *sql.Tx) error {
	var broken BrokenForeignKeys
	err := tx.QueryRowContext(ctx, `SELECT "table", parent, count(*) OVER () FROM pragma_foreign_key_check LIMIT 1`).
		Scan(&broken.Table, &broken.Parent, &broken.Rows)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	return &broken
}
