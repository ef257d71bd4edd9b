package people

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// seenAsEvery is how often it is written down that a session looks through the same eyes.
const seenAsEvery = time.Hour

// SeeAs is the viewer through whose eyes an administrator looks: they see what the user sees, and change nothing. It
// is written down once an hour for each session and user.
//
// Errors: FORBIDDEN for anybody but an administrator in a session; NOT_FOUND where no such user may sign in.
func SeeAs(ctx context.Context, st *store.Store, userID string) (call.Viewer, error) {
	c := call.From(ctx)
	if c.SessionID == "" {
		return call.Viewer{}, fault.New(fault.CodeForbidden, "access.see_as")
	}
	v, err := throughEyes(ctx, st, c.Viewer, userID)
	if err != nil {
		return v, err
	}
	return v, sawAs(ctx, st, c, userID)
}

func throughEyes(ctx context.Context, st *store.Store, admin call.Viewer, userID string) (call.Viewer, error) {
	if !admin.Admin() || admin.Kind != call.ByUser {
		return call.Viewer{}, fault.New(fault.CodeForbidden, "access.see_as")
	}
	if kind, ok := id.KindOf(userID); !ok || kind != id.User {
		return call.Viewer{}, fault.NotFound(userID)
	}
	v, err := Viewer(ctx, st, userID)
	if fault.CodeOf(err) == fault.CodeUnauthenticated {
		return v, fault.NotFound(userID)
	}
	v.SeenBy = admin.UserID
	return v, err
}

func sawAs(ctx context.Context, st *store.Store, c call.Call, userID string) error {
	said, err := st.Reader().AuditEntry.Query().Where(
		auditentry.Action(string(audit.SeenAs)), auditentry.Actor(c.Viewer.Principal), auditentry.Subject(userID),
		auditentry.AtGT(c.Now.Add(-seenAsEvery)),
	).All(ctx)
	if err != nil {
		return store.Translate(err)
	}
	for _, e := range said {
		if e.Details["session"] == c.SessionID {
			return nil
		}
	}
	return audit.Write(ctx, st, audit.Event{
		Action: audit.SeenAs, Subject: userID, Details: map[string]any{"session": c.SessionID},
	})
}
