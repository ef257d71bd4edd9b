package people

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// CreateDepartment makes a department.
//
// Errors: INVALID for a name that is missing, a parent that is not in use, a head who is not active.
func CreateDepartment(ctx context.Context, st *store.Store, in CreateDepartmentInput) (string, error) {
	var p fault.Problems
	in.Name = strings.TrimSpace(in.Name)
	p.Required("name", in.Name)
	p.Short("name", &in.Name, 200)
	p.Unless(slices.Contains(stage.Departments(), in.Function), "function", "department.function_unknown")
	if err := p.Err(); err != nil {
		return "", err
	}
	return flow.Do(ctx, st, flow.Verb{Name: "createDepartment", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		if err := belongs(ctx, tx, in.ParentID, ""); err != nil {
			return stage.Record{}, err
		}
		if err := heads(ctx, tx, in.HeadID); err != nil {
			return stage.Record{}, err
		}
		return told(flow.Add(ctx, tx, tx.Department.Create().SetName(in.Name).SetFunction(in.Function).
			SetNillableParentID(in.ParentID).SetNillableHeadID(in.HeadID)))
	})
}

// UpdateDepartment changes a department.
//
// Errors: NOT_FOUND; STALE_VERSION; INVALID as CreateDepartment, and department.parent_cycle; GUARD_FAILED
// department.has_people where it shall not be used any more.
func UpdateDepartment(ctx context.Context, st *store.Store, in UpdateDepartmentInput) (string, error) {
	if err := flow.Kind(id.Department, in.ID); err != nil {
		return "", err
	}
	if in.Name != nil {
		name := strings.TrimSpace(*in.Name)
		in.Name = &name
		var p fault.Problems
		p.Required("name", name)
		p.Short("name", in.Name, 200)
		if err := p.Err(); err != nil {
			return "", err
		}
	}
	v := flow.Verb{Name: "updateDepartment", In: in, On: []string{in.ID}}
	return flow.Do(ctx, st, v, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		d, err := tx.Department.Get(ctx, in.ID)
		if store.Missing(err) {
			return stage.Record{}, fault.NotFound(in.ID).At("id")
		}
		if err != nil {
			return stage.Record{}, err
		}
		b, err := in.build(ctx, tx, d)
		if err != nil {
			return stage.Record{}, err
		}
		return told(flow.Edit(ctx, tx, d, b, in.ExpectedVersion))
	})
}

func (in UpdateDepartmentInput) build(ctx context.Context, tx *store.Tx, d *db.Department) (*db.DepartmentUpdateOne, error) {
	if err := belongs(ctx, tx, in.ParentID, d.ID); err != nil {
		return nil, err
	}
	if err := heads(ctx, tx, in.HeadID); err != nil {
		return nil, err
	}
	if in.Active != nil && !*in.Active && d.Active {
		if err := deserted(ctx, tx, d); err != nil {
			return nil, err
		}
	}
	b := tx.Department.UpdateOne(d).SetNillableName(in.Name).SetNillableParentID(in.ParentID).
		SetNillableHeadID(in.HeadID).SetNillableActive(in.Active)
	return b, empty(b.Mutation(), in.Clear)
}

// belongs refuses a parent that is not there or not used, or that belongs to the department itself; "" is one to make.
func belongs(ctx context.Context, tx *store.Tx, parentID *string, departmentID string) error {
	if parentID == nil {
		return nil
	}
	// Two departments that change places at once must not end up in a circle.
	if err := tx.Lock(ctx, "departments"); err != nil {
		return err
	}
	for at := parentID; at != nil; {
		if *at == departmentID {
			return fault.Invalid("department.parent_cycle", nil).At("parentId")
		}
		d, err := tx.Department.Get(ctx, *at)
		if store.Missing(err) || err == nil && at == parentID && !d.Active {
			return fault.Invalid("department.parent_unknown", nil).At("parentId")
		}
		if err != nil || departmentID == "" {
			return err
		}
		at = d.ParentID
	}
	return nil
}

func heads(ctx context.Context, tx *store.Tx, userID *string) error {
	if userID == nil {
		return nil
	}
	is, err := tx.User.Query().Where(user.ID(*userID), user.StatusEQ(user.StatusActive)).Exist(ctx)
	if err == nil && !is {
		return fault.Invalid("department.head_inactive", nil).At("headId")
	}
	return err
}

// deserted refuses a department in which somebody works who has not left.
func deserted(ctx context.Context, tx *store.Tx, d *db.Department) error {
	n, err := tx.User.Query().Where(user.DepartmentID(d.ID), user.StatusNEQ(user.StatusDisabled)).Count(ctx)
	if err == nil && n > 0 {
		return fault.Guard("department.has_people").With("count", n)
	}
	return err
}

// empty clears the facts that a caller named, each by its column.
func empty[F ~string](m ent.Mutation, facts []F) error {
	for _, f := range facts {
		if err := m.ClearField(string(f)); err != nil {
			return err
		}
	}
	return nil
}
