package graph

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/flow"
)

func (q query) RightsCatalogue(context.Context) ([]*read.KindRights, error) {
	return q.veils.catalogue(), nil
}

func (q query) MyRights(ctx context.Context) (*read.Rights, error) { return read.MyRights(ctx, q.st) }

func (q query) WhyCanISee(ctx context.Context, id string) ([]*read.AccessReason, error) {
	return read.WhyCanISee(ctx, q.st, id)
}

func (q query) WhoCanSee(ctx context.Context, id string) ([]*read.Sees, error) {
	return read.WhoCanSee(ctx, q.st, id)
}

func (q query) Collaborators(ctx context.Context, id string) ([]*db.Collaborator, error) {
	return read.Collaborators(ctx, q.st, id)
}

func (q query) AuditEntries(ctx context.Context, first *int, after *string, f *read.AuditFilter) (*read.AuditConnection, error) {
	return read.AuditEntries(ctx, q.st, first, after, f)
}

func (m mutation) RestoreValue(ctx context.Context, in flow.RestoreValueInput) (db.Node, error) {
	id, err := flow.RestoreValue(ctx, m.st, in)
	if err != nil {
		return nil, err
	}
	return read.Node(ctx, m.st, id)
}

func (r *root) Role() gen.RoleResolver             { return roles{} }
func (r *root) AuditEntry() gen.AuditEntryResolver { return auditEntries{} }

// roles are what a role's document says, as the API shows it.
type roles struct{}

func (roles) Administrator(_ context.Context, r *db.Role) (bool, error) {
	return r.Rights.Administrator, nil
}
func (roles) Manages(_ context.Context, r *db.Role) (bool, error) { return r.Rights.Manages, nil }
func (roles) Auditor(_ context.Context, r *db.Role) (bool, error) { return r.Rights.Auditor, nil }

func (roles) Grants(_ context.Context, r *db.Role) ([]*read.Grant, error) {
	return read.Figure[[]*read.Grant](r, "grants")
}

func (roles) Fields(_ context.Context, r *db.Role) ([]*read.FieldRight, error) {
	return read.Figure[[]*read.FieldRight](r, "fields")
}

func (roles) UserCount(_ context.Context, r *db.Role) (int, error) {
	return read.Figure[int](r, "userCount")
}

type auditEntries struct{}

func (auditEntries) ID(_ context.Context, e *db.AuditEntry) (string, error) {
	return read.AuditNumber(e), nil
}

func (auditEntries) ActorName(_ context.Context, e *db.AuditEntry) (string, error) {
	return read.Figure[string](e, "actorName")
}

func (auditEntries) Details(_ context.Context, e *db.AuditEntry) (any, error) {
	if e.Details == nil {
		return nil, nil
	}
	return e.Details, nil
}
