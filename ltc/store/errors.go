package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"strings"

	"github.com/lib/pq"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
)

// wantsRetry tells whether the database asks to try the transaction again.
func wantsRetry(err error) bool {
	if e, ok := errors.AsType[*pq.Error](err); ok {
		return e.Code == "40001" || e.Code == "40P01"
	}
	return false
}

// translate turns what the drivers say into faults, once; a fault goes through unchanged. The driver's text is kept
// as the cause, for the log, and never shown.
func translate(err error) error {
	switch {
	case err == nil || fault.Of(err) != nil:
		return err
	case Missing(err):
		return fault.New(fault.CodeNotFound, "record.missing").Because(err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), cutOff(err):
		return fault.New(fault.CodeUnavailable, "server.timeout").Because(err)
	case full(err):
		return fault.New(fault.CodeStorageFull, "storage.full").Because(err)
	case unavailable(err):
		return fault.New(fault.CodeUnavailable, "storage.unavailable").Because(err)
	case db.IsConstraintError(err) || constraint(err):
		return fault.New(fault.CodeConflict, "record.conflict").Because(err)
	}
	return err
}

// Missing tells that a query found no row.
func Missing(err error) bool { return db.IsNotFound(err) || errors.Is(err, sql.ErrNoRows) }

// Translate is for reads outside of a transaction.
func Translate(err error) error { return translate(err) }

// cutOff tells that the database ended a statement that took too long, or waited too long for another's.
func cutOff(err error) bool {
	if e, ok := errors.AsType[*pq.Error](err); ok {
		return e.Code == "57014" || e.Code == "55P03" || e.Code == "25P03"
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == sqlite3.SQLITE_INTERRUPT
}

func full(err error) bool {
	if e, ok := errors.AsType[*pq.Error](err); ok {
		return e.Code == "53100"
	}
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()&0xff == sqlite3.SQLITE_FULL || e.Code()&0xff == sqlite3.SQLITE_IOERR
	}
	return false
}

func constraint(err error) bool {
	if e, ok := errors.AsType[*pq.Error](err); ok {
		return e.Code.Class() == "23"
	}
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()&0xff == sqlite3.SQLITE_CONSTRAINT
	}
	return false
}

func unavailable(err error) bool {
	if err == nil {
		return false
	}
	if e, ok := errors.AsType[*pq.Error](err); ok {
		switch e.Code.Class() {
		case "08", "57", "53", "55": // connection, operator's intervention, resources, lock not available
			return true
		}
		return false
	}
	if _, ok := errors.AsType[*sqlite.Error](err); ok {
		return busy(err)
	}
	_, network := errors.AsType[net.Error](err)
	return network || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone) ||
		errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		strings.Contains(err.Error(), "sql: database is closed") // the one of its errors that has no name
}

// busy tells that another process wrote to the SQLite file for as long as one waits.
func busy(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	return ok && e.Code()&0xff == sqlite3.SQLITE_BUSY
}
