package data

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"github.com/lib/pq"

	"github.com/leadtocash/ltc/ent/migrate"
)

// shape changes whenever the same set would be made otherwise, so that no old one is taken for it.
const shape = 4

// name is that of the set wherever it is kept.
func (s Set) name() string {
	return strings.ReplaceAll(fmt.Sprintf("%s%g_%d", current(), s.Scale, s.Seed), ".", "_")
}

// current is what the names of all sets of this shape and this schema begin with.
func current() string { return fmt.Sprintf("bench_%d_%.12s_", shape, migrate.Hash()) }

var setName = regexp.MustCompile(`^bench_\d+_[0-9a-f]{12}_\d`)

// stale tells whether a name is that of a set that nobody will ask for again.
func stale(name string) bool { return setName.MatchString(name) && !strings.HasPrefix(name, current()) }

// Keep answers the URL of the set on a PostgreSQL server, where it is made once and stays. Who asks it writes nothing to
// it but the one Token; who wants to write takes a clone.
func Keep(ctx context.Context, serverURL string, s Set) (string, error) {
	name := s.name()
	return named(serverURL, name), onServer(ctx, serverURL, func(db *sql.DB, run func(...string) error) error {
		var has bool
		err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&has)
		if err != nil || has {
			return err
		}
		if err := dropStale(ctx, db); err != nil {
			return err
		}
		draft := name + "_draft"
		if err := run("DROP DATABASE IF EXISTS "+draft+" WITH (FORCE)", "CREATE DATABASE "+draft); err != nil {
			return err
		}
		if _, err := Make(ctx, named(serverURL, draft), s); err != nil {
			return err
		}
		return run("ALTER DATABASE " + draft + " RENAME TO " + name)
	})
}

// dropStale makes room where the sets of an older schema are; one that somebody is connected to stays.
func dropStale(ctx context.Context, db *sql.DB) error {
	var names []string
	const others = `SELECT array_agg(datname::text) FROM pg_database d WHERE NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)`
	if err := db.QueryRowContext(ctx, others).Scan(pq.Array(&names)); err != nil {
		return err
	}
	for _, name := range names {
		if !stale(name) {
			continue
		}
		if _, err := db.ExecContext(ctx, "DROP DATABASE IF EXISTS "+name); err != nil {
			return fmt.Errorf("drop the old set %s: %w", name, err)
		}
	}
	return nil
}

// Clone answers the URL of a fresh copy of the set on a PostgreSQL server, under that name. All who ask it have the
// settings that LTC's connections have.
func Clone(ctx context.Context, serverURL, name string, s Set) (string, error) {
	if _, err := Keep(ctx, serverURL, s); err != nil {
		return "", err
	}
	return named(serverURL, name), onServer(ctx, serverURL, func(_ *sql.DB, run func(...string) error) error {
		return run("DROP DATABASE IF EXISTS "+name+" WITH (FORCE)", "CREATE DATABASE "+name+" TEMPLATE "+s.name()+" STRATEGY file_copy",
			"ALTER DATABASE "+name+" SET jit = off", "ALTER DATABASE "+name+" SET max_parallel_workers_per_gather = 0",
			"ALTER DATABASE "+name+" SET random_page_cost = 1.1")
	})
}

// onServer does something on the server's own database.
func onServer(ctx context.Context, serverURL string, do func(db *sql.DB, run func(...string) error) error) error {
	db, err := sql.Open("postgres", serverURL)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return do(db, func(statements ...string) error {
		for _, q := range statements {
			if _, err := db.ExecContext(ctx, q); err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
		}
		return nil
	})
}

// named is the URL of another database of the server; one that is no URL fails where it is opened.
func named(serverURL, name string) string {
	u, err := url.Parse(serverURL)
	if err != nil {
		return serverURL
	}
	u.Path = "/" + name
	return u.String()
}
