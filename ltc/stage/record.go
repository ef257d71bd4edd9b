package stage

import (
	"time"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
)

func problem(rule, what string) error {
	return fault.Invalid(rule, map[string]any{"what": what})
}

// Record is what the engine needs to know of a record that has a stage.
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
}

// Staged is any record that has a stage; ent's template gives each of them the method.
type Staged interface{ StageRecord() Record }

// FieldChange is one field of an edit, by its column's name; values as JSON has them.
type FieldChange struct {
	Name string `json:"name"`
	Old  any    `json:"old"`
	New  any    `json:"new"`
}
