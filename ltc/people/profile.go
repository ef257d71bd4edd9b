package people

import (
	"context"
	"strings"
	"time"

	"github.com/nyaruka/phonenumbers"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

// UpdateProfile changes the viewer's own telephone, language, zone and theme. An empty telephone or zone is none.
//
// Errors: INVALID input.phone, calendar.unknown_zone.
func UpdateProfile(ctx context.Context, st *store.Store, in UpdateProfileInput) (string, error) {
	v, err := self(ctx)
	if err != nil {
		return "", err
	}
	return v.UserID, st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		u, err := locked(ctx, tx, v.UserID)
		if err != nil {
			return err
		}
		b := tx.User.UpdateOneID(u.ID)
		if err := profile(b, in); err != nil {
			return err
		}
		_, err = flow.Edit(ctx, tx, u, b, u.Version)
		return err
	})
}

func profile(b *db.UserUpdateOne, in UpdateProfileInput) error {
	if in.Language != nil {
		b.SetLanguage(*in.Language)
	}
	if in.Theme != nil {
		b.SetTheme(*in.Theme)
	}
	switch zone := in.TimeZone; {
	case zone == nil:
	case *zone == "":
		b.ClearTimeZone()
	case !known(*zone):
		return fault.Invalid("calendar.unknown_zone", map[string]any{"zone": *zone}).At("timeZone")
	default:
		b.SetTimeZone(*zone)
	}
	if in.Phone == nil {
		return nil
	}
	if strings.TrimSpace(*in.Phone) == "" {
		b.ClearPhone()
		return nil
	}
	n, err := phonenumbers.Parse(*in.Phone, "CN")
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		return fault.Invalid("input.phone", nil).At("phone")
	}
	b.SetPhone(phonenumbers.Format(n, phonenumbers.E164))
	return nil
}

// known tells whether a name is one of the zones that every machine knows alike.
func known(name string) bool {
	_, err := time.LoadLocation(name)
	return err == nil && name != "Local" && len(name) <= 64
}
