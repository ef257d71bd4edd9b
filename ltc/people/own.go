package people

import (
	"context"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/role"
)

// self is the person who calls for themselves: their profile, sessions and keys need no role. Who looks through
// somebody else's eyes is not them, and a token does it only with the scope to write all.
//
// Errors: UNAUTHENTICATED; FORBIDDEN access.seen_as, access.person_needed, token.scope.
func self(ctx context.Context) (call.Viewer, error) {
	v, err := oneself(ctx)
	if err == nil && !v.Rights.ForOneself() {
		err = fault.New(fault.CodeForbidden, "token.scope").With("scope", role.Write).
			Helping("scopes", []role.TokenScope{role.Write})
	}
	return v, err
}

func oneself(ctx context.Context) (call.Viewer, error) {
	v := call.From(ctx).Viewer
	switch {
	case v.Nobody():
		return v, fault.New(fault.CodeUnauthenticated, "signin.needed")
	case v.SeenBy != "":
		return v, fault.New(fault.CodeForbidden, "access.seen_as")
	case v.UserID == "":
		return v, fault.New(fault.CodeForbidden, "access.person_needed")
	}
	return v, nil
}

// inPerson is self for what a token must not do, since who steals one could then stay for ever.
//
// Errors: UNAUTHENTICATED; FORBIDDEN access.seen_as, access.person_needed, signin.session_needed.
func inPerson(ctx context.Context) (call.Viewer, error) {
	v, err := oneself(ctx)
	if err == nil && v.Kind != call.ByUser {
		err = fault.New(fault.CodeForbidden, "signin.session_needed")
	}
	return v, err
}

// asUser is the context of somebody who has just shown who they are.
func asUser(ctx context.Context, userID string) context.Context {
	v := call.Viewer{Principal: userID, Kind: call.ByUser, UserID: userID}
	return call.With(ctx, call.From(ctx).As(v))
}
