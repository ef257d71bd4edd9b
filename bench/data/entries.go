package data

import (
	"context"
	"database/sql"
	"errors"

	"entgo.io/ent/dialect"

	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/store"
)

// entries makes what the search knows, which its reader of the log would have kept. PostgreSQL makes the index over
// trigrams afterwards, for it takes ten times as long row by row.
func entries(ctx context.Context, name, databaseURL string, db *sql.DB) error {
	st, err := store.Open(ctx, databaseURL)
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	if name != dialect.Postgres {
		return search.Rebuild(ctx, st)
	}
	var again string
	if err := db.QueryRowContext(ctx, "SELECT indexdef FROM pg_indexes WHERE indexname = 'searchentry_haystack'").Scan(&again); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "DROP INDEX searchentry_haystack")
	if err := errors.Join(err, search.Rebuild(ctx, st)); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "SET maintenance_work_mem = '512MB'; "+again+"; RESET maintenance_work_mem")
	return err
}
