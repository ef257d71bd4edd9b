package flow

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"strconv"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
)

// Position is a place in the log's order: by transaction, then by row. On SQLite all transactions are 0 and rows alone
// order it; after a restore small numbers stand for them (RaiseEpoch).
type Position struct{ XID, ID int64 }

// Before tells which of two positions comes first.
func (p Position) Before(q Position) bool { return p.XID < q.XID || p.XID == q.XID && p.ID < q.ID }

// PositionOf is where a change stands.
func PositionOf(c *db.Change) Position { return Position{c.Xid, c.ID} }

// Cursor is a position as clients hold it: opaque, and good for one epoch only.
type Cursor struct {
	Epoch int64
	Position
}

// String is the cursor as the API shows it.
func (c Cursor) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "1.%d.%d.%d", c.Epoch, c.XID, c.ID))
}

// ParseCursor reads what String wrote.
func ParseCursor(s string) (c Cursor, err error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		_, err = fmt.Sscanf(string(b), "1.%d.%d.%d", &c.Epoch, &c.XID, &c.ID)
	}
	if err != nil || c.String() != s {
		return Cursor{}, fault.Invalid("cursor.invalid", nil).At("after")
	}
	return c, nil
}

// MarshalGQL writes the cursor as the API shows it.
func (c Cursor) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(c.String())) }

// UnmarshalGQL reads a cursor that a client sends back.
func (c *Cursor) UnmarshalGQL(v any) (err error) {
	s, ok := v.(string)
	if !ok {
		return fault.Invalid("cursor.invalid", nil).At("after")
	}
	*c, err = ParseCursor(s)
	return err
}

// Epoch is the log's epoch: it rises when a dump is restored.
func Epoch(ctx context.Context, c *db.Client) (int64, error) {
	f, err := c.FeedState.Get(ctx, 1)
	if err != nil {
		return 0, err
	}
	return f.Epoch, nil
}

// current refuses a cursor of another epoch.
func (c Cursor) current(epoch int64) error {
	if c.Epoch != epoch {
		return fault.New(fault.CodeCursorExpired, "cursor.expired")
	}
	return nil
}
