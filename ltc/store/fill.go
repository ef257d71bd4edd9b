package store

import (
	"context"
	"strings"
	"time"
	"unicode"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
)

// fill names what is made and says who made or changed it, from the call.
func fill(next ent.Mutator) ent.Mutator {
	return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
		c := call.From(ctx)
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
		}); ok {
			t.SetUpdatedAt(c.Now)
			t.SetUpdatedBy(c.Viewer.Principal)
		}
		return next.Mutate(ctx, m)
	})
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
