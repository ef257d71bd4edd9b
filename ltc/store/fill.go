package store

import (
	"context"
	"strings"
	"time"
	"unicode"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
)

// fill names what is made and says who made or changed it, from the call.
func fill(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		c := call.From(ctx)
		if tx, _ := ctx.Value(txKey{}).(*Tx); tx != nil && turns(m) {
			tx.turns = true
		}
		if m.Op().Is(ent.OpCreate) {
			name(ctx, m)
			if t, ok := m.(interface {
				SetCreatedAt(t time.Time)
			}); ok {
				t.SetCreatedAt(c.Now)
			}
			if t, ok := m.(interface {
				SetCreatedBy(s string)
				SetSource(s string)
			}); ok {
				t.SetCreatedBy(c.Viewer.Principal)
				t.SetSource(string(c.Source))
			}
		}
		if t, ok := m.(interface {
			SetUpdatedAt(t time.Time)
			SetUpdatedBy(s string)
			UpdatedBy() (string, bool)
		}); ok {
			t.SetUpdatedAt(c.Now)
			if _, given := t.UpdatedBy(); !given {
				t.SetUpdatedBy(c.Viewer.Principal)
			}
		}
		if err := place(ctx, m); err != nil {
			return nil, err
		}
		return next.Mutate(ctx, m)
	})
}

// departmentOf is a user whose department this transaction has read.
type departmentOf struct{ userID string }

// place keeps the owner's department beside the owner.
func place(ctx context.Context, m ent.Mutation) error {
	t, ok := m.(interface {
		OwnerID() (string, bool)
		SetDepartmentID(string)
		ClearDepartmentID()
		FieldCleared(string) bool
		Client() *db.Client
	})
	if !ok {
		return nil
	}
	if t.FieldCleared("owner_id") {
		t.ClearDepartmentID()
		return nil
	}
	owner, given := t.OwnerID()
	if !given {
		return nil
	}
	department, err := departmentIn(ctx, t.Client(), owner)
	switch {
	case err != nil:
		return err
	case department == nil:
		t.ClearDepartmentID()
	default:
		t.SetDepartmentID(*department)
	}
	return nil
}

func departmentIn(ctx context.Context, c *db.Client, userID string) (*string, error) {
	tx, _ := ctx.Value(txKey{}).(*Tx)
	if tx != nil {
		if d, ok := tx.Seen[departmentOf{userID}]; ok {
			return d.(*string), nil
		}
	}
	u, err := c.User.Query().Where(user.ID(userID)).Select(user.FieldDepartmentID).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil // the foreign key says so better
	}
	if err != nil {
		return nil, err
	}
	if tx != nil {
		tx.InDepartment(userID, u.DepartmentID)
	}
	return u.DepartmentID, nil
}

// InDepartment tells a user's department, which was read with something else; nil is none.
func (tx *Tx) InDepartment(userID string, department *string) {
	tx.Seen[departmentOf{userID}] = department
}

// name gives a new record its id where its kind has TypeIDs and the verb gave none.
func name(ctx context.Context, m ent.Mutation) {
	t, ok := m.(interface {
		ID() (string, bool)
		SetID(s string)
	})
	if !ok {
		return
	}
	kind := kindOf(m.Type())
	if _, has := t.ID(); !has && kind.Prefix() != "" {
		t.SetID(call.NewID(ctx, kind))
	}
}

// kindOf is the kind of ent's type: QuoteLine is quote_line.
func kindOf(entType string) id.Kind {
	var b strings.Builder
	for i, r := range entType {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return id.Kind(b.String())
}
