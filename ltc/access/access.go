// Package access says who may see and do what: Rows narrows every read of a kind, Mask keeps fields back, May stands
// before every verb. It knows no people, only the viewer and the rights that the viewer brings along (package role).
package access

import (
	"context"
	"slices"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Who are the departments that use a verb where nobody has changed the roles, in the order of the chain.
func Who(verb string) []stage.Department { return role.Who(verb) }

// Allows tells whether the viewer may call the verb.
func Allows(v call.Viewer, verb string) bool { return v.Rights.Allows(verb) }

// May refuses a verb that the viewer must not call, and says which departments do.
//
// Errors: UNAUTHENTICATED; FORBIDDEN access.seen_as, token.scope, access.verb.
func May(ctx context.Context, verb string) error {
	v := call.From(ctx).Viewer
	switch {
	case v.Nobody():
		return fault.New(fault.CodeUnauthenticated, "signin.needed")
	case v.SeenBy != "":
		return fault.New(fault.CodeForbidden, "access.seen_as").With("verb", verb)
	case len(v.Rights.Lacks(verb)) > 0:
		return fault.New(fault.CodeForbidden, "token.scope").With("scope", v.Rights.Lacks(verb)[0]).
			Helping("scopes", v.Rights.Lacks(verb))
	case !Allows(v, verb):
		return fault.New(fault.CodeForbidden, "access.verb").With("verb", verb).Helping("who", Who(verb))
	}
	return nil
}

// MayFor refuses what a verb did to a record that is worth more than the viewer's limit for it, in minor units of the
// company's currency.
//
// Errors: FORBIDDEN access.limit.
func MayFor(ctx context.Context, verb string, amountMinor int64) error {
	most, limited := call.From(ctx).Viewer.Rights.Limit(verb)
	if !limited || amountMinor <= most && -amountMinor <= most {
		return nil
	}
	return fault.New(fault.CodeForbidden, "access.limit").With("verb", verb).With("limit", most).With("worth", amountMinor).Helping("who", Who(verb))
}

// Partial tells whether the viewer sees only a part of the kind's rows, so that sums over them are partial.
func Partial(v call.Viewer, kind id.Kind) bool {
	_, all := rules(v, kind, way{})
	return !all
}

// PartialOf tells whether there may be rows of the kind that one person owns and the viewer does not see. It is sure of
// the viewer's own, and of what is owned by those whose rows the viewer's scopes hold for.
func PartialOf(v call.Viewer, kind id.Kind, ownerID string) bool {
	if !Partial(v, kind) {
		return false
	}
	if kind == id.Change || IsPart(kind) || v.Nobody() || !v.Rights.Reads(kind) {
		return true
	}
	r, _, granted := reachOf(v, kind)
	return !granted || !slices.Contains(r.owners, ownerID) && !slices.Contains(r.reports, ownerID)
}
