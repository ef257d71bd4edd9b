package people

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// CreateRole makes a role. The names of fields are the API's, which checks them itself.
//
// Errors: INVALID for what the rights name and there is not; FORBIDDEN user.administrators_only.
func CreateRole(ctx context.Context, st *store.Store, in CreateRoleInput) (string, error) {
	name := stage.Text{ZH: strings.TrimSpace(in.NameZh), EN: strings.TrimSpace(in.NameEn)}
	var p fault.Problems
	named(&p, name)
	if err := p.Err(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "createRole", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		rights, err := in.Rights.document(ctx, tx)
		if err != nil {
			return stage.Record{}, err
		}
		key := call.NewID(ctx, id.Role)
		r, err := flow.Add(ctx, tx, tx.Role.Create().SetID(key).SetKey(key).SetName(name).
			SetDescription(stage.Text{ZH: text(in.DescriptionZh), EN: text(in.DescriptionEn)}).SetRights(rights))
		if err != nil {
			return stage.Record{}, err
		}
		return r.LogRecord(), audit.Write(ctx, st, audit.Event{Action: audit.RoleCreated, Subject: r.ID, Details: map[string]any{
			"name": name.EN, "changes": differences(role.Document{}, rights),
		}})
	})
}

// UpdateRole changes a role: whoever has it sees and does at once what it says now.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID for what the rights name and there is not; GUARD_FAILED
// role.administrator_fixed, user.last_administrator; FORBIDDEN user.administrators_only.
func UpdateRole(ctx context.Context, st *store.Store, in UpdateRoleInput) (string, error) {
	if err := flow.Kind(id.Role, in.ID); err != nil {
		return "", err
	}
	v := flow.Verb{Name: "updateRole", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		r, err := tx.Role.Get(ctx, in.ID)
		if store.Missing(err) {
			return stage.Record{}, fault.NotFound(in.ID).At("id")
		}
		if err != nil {
			return stage.Record{}, err
		}
		if r.Key == role.Administrator {
			return stage.Record{}, fault.Guard("role.administrator_fixed")
		}
		if err := mayGive(ctx, []*db.Role{r}); err != nil {
			return stage.Record{}, err
		}
		return told(in.change(ctx, tx, r))
	})
}

func (in UpdateRoleInput) change(ctx context.Context, tx *store.Tx, was *db.Role) (*db.Role, error) {
	b, rights := tx.Role.UpdateOne(was), was.Rights
	var p fault.Problems
	name := stage.Text{ZH: or(in.NameZh, was.Name.ZH), EN: or(in.NameEn, was.Name.EN)}
	named(&p, name)
	if err := p.Err(); err != nil {
		return was, err
	}
	b.SetName(name)
	b.SetDescription(stage.Text{ZH: or(in.DescriptionZh, was.Description.ZH), EN: or(in.DescriptionEn, was.Description.EN)})
	if in.Rights != nil {
		var err error
		if rights, err = in.Rights.document(ctx, tx); err != nil {
			return was, err
		}
		b.SetRights(rights)
	}
	is := was
	err := fewerAdministrators(ctx, tx, was.Rights.Administrator && !rights.Administrator, func() (err error) {
		is, err = flow.Edit(ctx, tx, was, b, in.ExpectedVersion)
		return err
	})
	if err != nil || is.Version == was.Version {
		return is, err
	}
	return is, audit.Write(ctx, tx.Store, audit.Event{Action: audit.RoleChanged, Subject: is.ID, Details: map[string]any{
		"name": is.Name.EN, "changes": differences(was.Rights, rights),
	}})
}

func named(p *fault.Problems, name stage.Text) {
	p.Required("nameZh", name.ZH)
	p.Required("nameEn", name.EN)
	p.Short("nameZh", &name.ZH, 200)
	p.Short("nameEn", &name.EN, 200)
}

func text(t *string) string { return or(t, "") }

// or is what was given, without spaces around it, else what was.
func or(t *string, was string) string {
	if t == nil {
		return was
	}
	return strings.TrimSpace(*t)
}
