package people

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db/predicate"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// BySession is the viewer of a session's secret, and the session's id.
//
// Errors: UNAUTHENTICATED where it is over or unknown; UNAVAILABLE where the database cannot tell.
func BySession(ctx context.Context, st *store.Store, secret string) (call.Viewer, string, error) {
	hash := hashSecret(secret)
	who, err := holderOf(ctx, st, string(hash), func() (holder, error) {
		s, err := openSession(ctx, st, session.TokenHash(hash))
		if err != nil {
			return holder{}, err
		}
		v, err := s.viewer(ctx, st)
		return holder{s, v}, err
	})
	if err != nil {
		return call.Viewer{}, "", err
	}
	if now := call.Now(ctx); now.Sub(*who.key.SeenAt) > touchEvery {
		err = touched(st, string(hash), st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.Session.Update().Where(session.ID(who.key.Key)).SetLastSeenAt(now).Exec(ctx)
		}))
	}
	return who.viewer, who.key.Key, err
}

// openSession is one that is neither over nor idle, of an active user.
func openSession(ctx context.Context, st *store.Store, which predicate.Session) (*standing, error) {
	day, err := today(ctx, st)
	if err != nil {
		return nil, err
	}
	var found []standing
	err = st.Reader().Session.Query().Where(which, SessionOpen(ctx)).Modify(withUser(session.FieldUserID, day), func(s *sql.Selector) {
		s.AppendSelect(sql.As(s.C(session.FieldID), "key"), sql.As(s.C(session.FieldLastSeenAt), "seen_at"))
	}).Scan(ctx, &found)
	switch {
	case err != nil:
		return nil, store.Translate(err)
	case len(found) == 0, found[0].Status != user.StatusActive:
		return nil, fault.New(fault.CodeUnauthenticated, "signin.needed")
	}
	return &found[0], nil
}

// SessionOpen holds for sessions that are neither over nor idle.
func SessionOpen(ctx context.Context) predicate.Session {
	now := call.Now(ctx)
	return session.And(session.ExpiresAtGTE(now), session.LastSeenAtGTE(now.Add(-sessionIdle)))
}

// Renewed is the viewer that a call's session or token stands for now: what is long open asks from time to time
// whether it may stay, and with which rights. It does not count as a use.
//
// Errors: UNAUTHENTICATED, FORBIDDEN where it has ended; UNAVAILABLE where the database cannot tell.
func Renewed(ctx context.Context, st *store.Store, c call.Call) (call.Viewer, error) {
	var v call.Viewer
	switch {
	case c.SessionID != "":
		s, err := openSession(ctx, st, session.ID(c.SessionID))
		if err != nil {
			return v, err
		}
		if v, err = s.viewer(ctx, st); err != nil {
			return v, err
		}
	case c.Viewer.Kind == call.ByToken:
		return tokenViewer(ctx, st, c.Viewer.Principal)
	default:
		return Viewer(ctx, st, c.Viewer.UserID)
	}
	if c.Viewer.SeenBy == "" {
		return v, nil
	}
	return throughEyes(ctx, st, v, c.Viewer.UserID)
}

// EndSession ends one of the viewer's own sessions.
//
// Errors: NOT_FOUND.
func EndSession(ctx context.Context, st *store.Store, in EndSessionInput) error {
	v, err := self(ctx)
	if err != nil {
		return err
	}
	_, _, err = st.Once(ctx, "endSession", in, func(ctx context.Context, tx *store.Tx) (store.Ref, error) {
		n, err := tx.Session.Delete().Where(session.ID(in.ID), session.UserID(v.UserID)).Exec(ctx)
		if err == nil && n == 0 {
			err = fault.NotFound(in.ID)
		}
		if err != nil {
			return store.Ref{}, err
		}
		return store.Ref{Kind: id.Session, ID: in.ID}, audit.Write(ctx, st, audit.Event{Action: audit.SessionEnded, Subject: in.ID})
	})
	return err
}
