package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Series is a series of numbers that may have gaps: a sequence on PostgreSQL, a counter row on SQLite.
type Series string

// The series, by what their numbers begin with.
const (
	Leads         Series = "LD"
	Accounts      Series = "AC"
	Opportunities Series = "OP"
	Quotes        Series = "QT"
	Contracts     Series = "CT"
	Orders        Series = "SO"
	Shipments     Series = "DN"
	Acceptances   Series = "AP"
	InvoiceDrafts Series = "DR"
	Payments      Series = "RC"
	Journeys      Series = "JN"
)

// Number takes the next number of a series: `OP-2026-000123`, with the year of the call.
func (tx *Tx) Number(ctx context.Context, s Series) (string, error) {
	year := call.Now(ctx).Year()
	n, err := tx.next(ctx, s)
	return fmt.Sprintf("%s-%d-%06d", s, year, n), err
}

func (tx *Tx) next(ctx context.Context, s Series) (n int64, err error) {
	if tx.Store.Postgres() {
		err = tx.SQL.QueryRowContext(ctx, "SELECT nextval('\"number_"+string(s)+"\"')").Scan(&n)
		return n, err
	}
	err = tx.SQL.QueryRowContext(ctx, `INSERT INTO number_series (legal_entity_id, series, year, last) VALUES ('', $1, 0, 1)
		ON CONFLICT (legal_entity_id, series, year) DO UPDATE SET last = last + 1 RETURNING last`, string(s)).Scan(&n)
	return n, err
}

// Gapless takes the next number of a series without holes (R37): the counter's row stays locked until the end of the
// transaction, so take it last. Dates in a series do not go back: an earlier one than the last is INVALID.
func (tx *Tx) Gapless(ctx context.Context, legalEntity, series string, on worktime.Date) (string, error) {
	year := on.Year()
	_, err := tx.SQL.ExecContext(ctx, `INSERT INTO number_series (legal_entity_id, series, year, last) VALUES ($1, $2, $3, 0)
		ON CONFLICT (legal_entity_id, series, year) DO NOTHING`, legalEntity, series, year)
	if err != nil {
		return "", err
	}
	var n int64
	err = tx.SQL.QueryRowContext(ctx, `UPDATE number_series SET last = last + 1, last_on = $4
		WHERE legal_entity_id = $1 AND series = $2 AND year = $3 AND (last_on IS NULL OR last_on <= $4) RETURNING last`,
		legalEntity, series, year, on.String()).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fault.Invalid("number.date_goes_back", map[string]any{"date": on.String()}).At("issuedOn")
	}
	return fmt.Sprintf("%s-%d-%06d", series, year, n), err
}
