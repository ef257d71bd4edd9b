// Package audit keeps what changed no record but has to be known: sign-ins, refusals, exports, changes of rights. The
// changes of records are in the log (package flow); both are append-only.
package audit

import (
	"cmp"
	"context"
	"strings"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Action is what happened.
type Action string

// The actions.
const (
	SignedIn         Action = "signedIn"
	SignInFailed     Action = "signInFailed"
	SignInThrottled  Action = "signInThrottled"
	SignedOut        Action = "signedOut"
	SessionEnded     Action = "sessionEnded"
	PasswordChanged  Action = "passwordChanged"
	FactorBegun      Action = "secondFactorConfirmed"
	FactorEnded      Action = "secondFactorEnded"
	Invited          Action = "invited"
	InvitationUsed   Action = "invitationAccepted"
	TokenCreated     Action = "tokenCreated"
	TokenRevoked     Action = "tokenRevoked"
	UserSuspended    Action = "userSuspended"
	UserActivated    Action = "userActivated"
	UserDisabled     Action = "userDisabled"
	HandedOver       Action = "handedOver"
	RoleCreated      Action = "roleCreated"
	RoleChanged      Action = "roleChanged"
	RolesAssigned    Action = "rolesAssigned"
	CollaboratorSet  Action = "collaboratorAdded"
	CollaboratorGone Action = "collaboratorRemoved"
	DelegationSet    Action = "delegationMade"
	DelegationEnded  Action = "delegationEnded"
	SeenAs           Action = "seenAs"
	Refused          Action = "refused"
	Exported         Action = "exported"
)

// Event is what an entry says beyond the call: about what (a record's id, a verb, an e-mail that was tried), and what
// else is known. Never a secret.
type Event struct {
	Action    Action
	Subject   string
	Address   string
	UserAgent string
	Details   map[string]any
}

// Write adds an entry in the running transaction, or in one of its own. It is the only statement that does.
func Write(ctx context.Context, st *store.Store, e Event) error {
	c := call.From(ctx)
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.AuditEntry.Create().SetAt(c.Now).SetAction(string(e.Action)).
			SetActor(cmp.Or(c.Viewer.SeenBy, c.Viewer.Principal)).SetActorKind(string(c.Viewer.Kind)).
			SetSubject(Cut(e.Subject, 300)).SetAddress(Cut(cmp.Or(e.Address, c.Address), 100)).
			SetUserAgent(Cut(cmp.Or(e.UserAgent, c.UserAgent), 400)).SetCorrelationID(c.Correlation).SetDetails(e.Details).
			Exec(ctx)
	})
}

// Refusal writes down a verb that was refused for want of rights; any other error is none. What it answers is the
// refusal itself, even where the audit cannot be written.
func Refusal(ctx context.Context, st *store.Store, verb string, refused error) error {
	if fault.CodeOf(refused) != fault.CodeForbidden || st.Joined(ctx) {
		return refused
	}
	details := map[string]any{}
	if f := fault.Of(refused); f != nil {
		details["rule"] = f.Rule
	}
	_ = Write(ctx, st, Event{Action: Refused, Subject: verb, Details: details})
	return refused
}

// Cut is the beginning of a text, so many bytes at most, with no broken character at its end.
func Cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "")
}
