package stage

import (
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
)

func problem(rule, what string) error {
	return fault.Invalid(rule, map[string]any{"what": what})
}

// Record is what the engine and the log need to know of a record; one without stages leaves theirs empty.
type Record struct {
	Kind           id.Kind
	ID             string
	Version        int
	ProcessVersion int
	Stage          string
	Category       Category
	EnteredAt      time.Time // UTC
	JourneyID      string    // "" where it belongs to none
	AccountID      string
	OwnerID        string
	AmountMinor    int64 // its value in minor units of the company's currency, 0 where it has none
}

// Logged is any record of the log; ent's template gives each of them the method.
type Logged interface {
	NodeKind() id.Kind // works on a nil record
	LogRecord() Record
}

// FieldChange is one field of an edit, by its column's name; values as JSON has them.
type FieldChange struct {
	Name string `json:"name"`
	Old  any    `json:"old"`
	New  any    `json:"new"`
}
