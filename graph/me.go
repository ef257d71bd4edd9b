package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/people"
)

func (q query) Sessions(ctx context.Context) ([]*db.Session, error) { return read.Sessions(ctx, q.st) }

func (m mutation) UpdateProfile(ctx context.Context, in people.UpdateProfileInput) (*db.User, error) {
	id, err := people.UpdateProfile(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) ChangePassword(ctx context.Context, in people.ChangePasswordInput) (*db.User, error) {
	id, err := people.ChangePassword(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) BeginSecondFactor(ctx context.Context) (*people.SecondFactor, error) {
	return people.BeginSecondFactor(ctx, m.st)
}

func (m mutation) ConfirmSecondFactor(ctx context.Context, in people.CodeInput) (*people.RecoveryCodes, error) {
	return people.ConfirmSecondFactor(ctx, m.st, in)
}

func (m mutation) EndSecondFactor(ctx context.Context, in people.CodeInput) (*db.User, error) {
	id, err := people.EndSecondFactor(ctx, m.st, in)
	return read.Made[*db.User](ctx, m.st, id, err)
}

func (m mutation) EndSession(ctx context.Context, in people.EndSessionInput) ([]*db.Session, error) {
	if err := people.EndSession(ctx, m.st, in); err != nil {
		return nil, err
	}
	return read.Sessions(ctx, m.st)
}
