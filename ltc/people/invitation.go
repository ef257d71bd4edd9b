package people

import (
	"context"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/invitation"
	"github.com/leadtocash/ltc/ent/db/session"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	invitationPrefix = "ltc_ivt_"
	invitationLife   = 7 * 24 * time.Hour
)

// Invitation is who was invited by a link's secret, while it still opens: to greet them before they choose a password.
//
// Errors: INVALID invitation.over for a secret that is wrong, used or expired, or a user who is kept out.
func Invitation(ctx context.Context, st *store.Store, secret string) (*db.User, error) {
	i, err := openInvitation(ctx, st.Reader(), secret)
	if err != nil {
		return nil, store.Translate(err)
	}
	return i.Edges.User, nil
}

// Accept gives the user of an invitation their password: they are active from now on, the link is used up, sessions
// that were open before end. It answers the user and the secret of a new session; the secret is "" for a user with a
// second factor, who signs in with the new password and a code: a link must not open what two factors guard.
//
// Errors: INVALID invitation.over; INVALID user.password_short at password.
func Accept(ctx context.Context, st *store.Store, secret, password string) (*db.User, string, error) {
	var p fault.Problems
	p.Unless(len(password) >= shortestPassword, "password", "user.password_short")
	p.Short("password", &password, longestPassword)
	if err := p.Err(); err != nil {
		return nil, "", err
	}
	if _, err := openInvitation(ctx, st.Reader(), secret); err != nil { // before the hash, which costs
		return nil, "", store.Translate(err)
	}
	hash, err := hashOf(ctx, password)
	if err != nil {
		return nil, "", err
	}
	var u *db.User
	var opened string
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		i, err := openInvitation(ctx, tx.Client, secret)
		if err != nil {
			return err
		}
		ctx = asUser(ctx, i.UserID)
		if u, err = settle(ctx, tx, i, *hash); err != nil || u.TotpConfirmedAt != nil {
			return err
		}
		opened, err = open(ctx, tx, u, session.MethodInvitation, "")
		return err
	})
	return u, opened, err
}

// openInvitation is the invitation of a secret, with its user, while it opens.
func openInvitation(ctx context.Context, c *db.Client, secret string) (*db.Invitation, error) {
	i, err := c.Invitation.Query().Where(
		invitation.TokenHash(hashSecret(secret)), invitation.AcceptedAtIsNil(), invitation.ExpiresAtGT(call.Now(ctx)),
		invitation.HasUserWith(user.StatusIn(user.StatusInvited, user.StatusActive)),
	).WithUser().Only(ctx)
	if store.Missing(err) {
		return nil, fault.Invalid("invitation.over", nil)
	}
	return i, err
}

// settle uses the invitation up and gives its user the password; of two at once one wins.
func settle(ctx context.Context, tx *store.Tx, i *db.Invitation, hash string) (*db.User, error) {
	used, err := tx.Invitation.Update().Where(invitation.ID(i.ID), invitation.AcceptedAtIsNil()).
		SetAcceptedAt(call.Now(ctx)).AddVersion(1).Save(ctx)
	if err != nil {
		return nil, err
	}
	if used != 1 {
		return nil, fault.Invalid("invitation.over", nil)
	}
	u, err := flow.Edit(ctx, tx, i.Edges.User, tx.User.UpdateOne(i.Edges.User).SetStatus(user.StatusActive), flow.Newest)
	if err != nil {
		return nil, err
	}
	// The hash goes past the log, which would keep it for good.
	if u, err = tx.User.UpdateOneID(u.ID).SetPasswordHash(hash).AddVersion(1).Save(ctx); err != nil {
		return nil, err
	}
	if _, err := tx.Session.Delete().Where(session.UserID(u.ID)).Exec(ctx); err != nil {
		return nil, err
	}
	return u, audit.Write(ctx, tx.Store, audit.Event{Action: audit.InvitationUsed, Subject: u.ID})
}

// invite makes the only link that opens for a user: older ones end.
func invite(ctx context.Context, tx *store.Tx, u *db.User) (secret string, err error) {
	if err := uninvite(ctx, tx, u.ID); err != nil {
		return "", err
	}
	secret = newSecret(invitationPrefix)
	err = tx.Invitation.Create().SetUserID(u.ID).SetTokenHash(hashSecret(secret)).
		SetExpiresAt(call.Now(ctx).Add(invitationLife)).Exec(ctx)
	if err != nil {
		return "", err
	}
	return secret, audit.Write(ctx, tx.Store, audit.Event{
		Action: audit.Invited, Subject: u.ID, Details: map[string]any{"email": u.Email},
	})
}

// uninvite ends the links that a user has not used.
func uninvite(ctx context.Context, tx *store.Tx, userID string) error {
	_, err := tx.Invitation.Delete().Where(invitation.UserID(userID), invitation.AcceptedAtIsNil()).Exec(ctx)
	return err
}
