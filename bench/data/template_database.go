package data

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"

	"github.com/leadtocash/ltc/ent/migrate"
)

// shape changes whenever the same set would be made otherwise, so that no old one is taken for it.
const shape = 2

// Clone answers the URL of a fresh copy of the set on a PostgreSQL server, under that name. The set itself is made once
// for a server, and stays there as a template.
func Clone(ctx context.Context, serverURL, name string, s Set) (string, error) {
	u, err := url.Parse(serverURL)
	if err != nil {
		return "", err
	}
	db, err := sql.Open("postgres", serverURL)
	if err != nil {
		return "", err
	}
	defer func() { _ = db.Close() }()
	from := strings.ReplaceAll(fmt.Sprintf("bench_%d_%.12s_%g_%d", shape, migrate.Hash(), s.Scale, s.Seed), ".", "_")
	var has bool
	if err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", from).Scan(&has); err != nil {
		return "", err
	}
	run := func(statements ...string) error {
		for _, q := range statements {
			if _, err := db.ExecContext(ctx, q); err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
		}
		return nil
	}
	if !has {
		draft := from + "_draft"
		if err := run("DROP DATABASE IF EXISTS "+draft+" WITH (FORCE)", "CREATE DATABASE "+draft); err != nil {
			return "", err
		}
		u.Path = "/" + draft
		if _, err := Make(ctx, u.String(), s); err != nil {
			return "", err
		}
		if err := run("ALTER DATABASE " + draft + " RENAME TO " + from); err != nil {
			return "", err
		}
	}
	u.Path = "/" + name
	return u.String(), run("DROP DATABASE IF EXISTS "+name+" WITH (FORCE)", "CREATE DATABASE "+name+" TEMPLATE "+from+" STRATEGY file_copy")
}
