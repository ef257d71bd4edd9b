package people

import (
	"context"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	window      = 15 * time.Minute
	mostAccount = 10  // failures of an account in the window
	mostAddress = 100 // of an address, behind which many people may sit
)

// account is an e-mail as accounts are known by; "" for what cannot be one.
func account(email string) string {
	email = strings.ToLower(strings.TrimSpace(strings.ToValidUTF8(email, "")))
	if len(email) > 254 || strings.ContainsRune(email, 0) {
		return ""
	}
	return email
}

// throttled refuses an attempt after too many that failed in the last quarter of an hour, of the account or from the
// address. They are counted in the audit, so that all servers count the same. A sign-in begins the account's count
// anew; sessions that are open are never touched: nobody can lock somebody else out of their work.
//
// Errors: THROTTLED.
func throttled(ctx context.Context, st *store.Store, email string) error {
	subject, over, err := overtried(ctx, st, email)
	if over {
		return tooMany(ctx, st, subject)
	}
	return err
}

// overtried tells whether there were too many; of the account, which it names, or from the address. It only reads.
func overtried(ctx context.Context, st *store.Store, email string) (subject string, over bool, err error) {
	failures, err := accountFailures(ctx, st, email)
	if err != nil || failures >= mostAccount {
		return email, err == nil, store.Translate(err)
	}
	address := call.From(ctx).Address
	if address == "" {
		return "", false, nil
	}
	failures, err = recent(ctx, st, audit.SignInFailed).Where(auditentry.Address(address)).Count(ctx)
	return "", failures >= mostAddress, store.Translate(err)
}

// accountFailures are those since the last sign-in.
func accountFailures(ctx context.Context, st *store.Store, email string) (int, error) {
	found, err := recent(ctx, st, audit.SignInFailed, audit.SignedIn).Where(auditentry.Subject(email)).
		Order(db.Desc(auditentry.FieldID)).Limit(mostAccount).All(ctx)
	for i, e := range found {
		if e.Action == string(audit.SignedIn) {
			return i, err
		}
	}
	return len(found), err
}

// tooMany writes down that the throttle holds, once in its window, and answers the refusal.
func tooMany(ctx context.Context, st *store.Store, subject string) error {
	refusal := fault.New(fault.CodeThrottled, "signin.throttled")
	said := recent(ctx, st, audit.SignInThrottled).Where(auditentry.Subject(subject))
	if subject == "" {
		said.Where(auditentry.Address(call.From(ctx).Address))
	}
	known, err := said.Exist(ctx)
	if err == nil && !known {
		err = audit.Write(ctx, st, audit.Event{Action: audit.SignInThrottled, Subject: subject})
	}
	if err != nil {
		return store.Translate(err)
	}
	return refusal
}

// recent are the window's entries of some actions.
func recent(ctx context.Context, st *store.Store, actions ...audit.Action) *db.AuditEntryQuery {
	names := make([]string, len(actions))
	for i, a := range actions {
		names[i] = string(a)
	}
	return st.Reader().AuditEntry.Query().
		Where(auditentry.ActionIn(names...), auditentry.AtGT(call.Now(ctx).Add(-window)))
}

// failed writes down an attempt that failed, which the throttle counts, and answers its refusal.
func failed(ctx context.Context, st *store.Store, email string, refusal *fault.Error) error {
	err := audit.Write(ctx, st, audit.Event{
		Action: audit.SignInFailed, Subject: email, Details: map[string]any{"rule": refusal.Rule},
	})
	if err != nil {
		return err
	}
	return refusal
}
