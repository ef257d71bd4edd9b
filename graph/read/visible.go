package read

import (
	"cmp"
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
)

// WhyCanISee are the rules by which the viewer sees a record; none where they do not, or there is none.
func WhyCanISee(ctx context.Context, st *store.Store, recordID string) ([]*AccessReason, error) {
	return reasons(ctx, st, call.From(ctx).Viewer, recordID)
}

// WhoCanSee are the people who see a record that the viewer sees, by name, and the rules by which they do.
func WhoCanSee(ctx context.Context, st *store.Store, recordID string) ([]*Sees, error) {
	mine, err := WhyCanISee(ctx, st, recordID)
	if err != nil || len(mine) == 0 {
		return []*Sees{}, err
	}
	s := Asked(ctx)
	us, err := st.Reader().User.Query().Where(user.StatusEQ(user.StatusActive), rows(ctx, id.User)).All(ctx)
	if err != nil {
		return nil, store.Translate(err)
	}
	out := []*Sees{}
	nodes := []db.Node{}
	for _, u := range us {
		v, err := people.ViewerOf(ctx, st, u.ID)
		if err != nil {
			return nil, err
		}
		why, err := reasons(ctx, st, v, recordID)
		if err != nil {
			return nil, err
		}
		if len(why) > 0 {
			out = append(out, &Sees{u, why})
			nodes = append(nodes, u)
		}
	}
	slices.SortFunc(out, func(a, b *Sees) int {
		return cmp.Or(cmp.Compare(a.User.Name, b.User.Name), cmp.Compare(a.User.ID, b.User.ID))
	})
	asked, _ := s.at("user")
	return out, Bring(ctx, st, id.User, nodes, asked)
}

// reasons are the rules by which a viewer sees a record.
func reasons(ctx context.Context, st *store.Store, v call.Viewer, recordID string) ([]*AccessReason, error) {
	out := []*AccessReason{}
	kind, ok := id.KindOf(recordID)
	if !ok || hidden[kind] {
		return out, nil
	}
	rules, all := access.Rules(v, kind)
	if all {
		rules = append(rules[:1:1], access.Rule{Name: rules[0].Name})[:1]
		rules[0].Holds = func(*sql.Selector) *sql.Predicate { return sql.ExprP("1 = 1") }
	}
	if len(rules) == 0 {
		return out, nil
	}
	d := sql.Dialect(st.Dialect())
	t := d.Table(db.Tables[kind].Name)
	q := d.Select(t.C("id")).From(t).Where(sql.EQ(t.C("id"), recordID))
	for i, r := range rules {
		q.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString("CASE WHEN ").Join(r.Holds(q)).WriteString(" THEN 1 ELSE 0 END")
		}), "r"+string(rune('a'+i)))
	}
	holds := make([]int, len(rules))
	err := scan(ctx, st, q, func(next func(...any) error) error {
		var found string
		into := []any{&found}
		for i := range holds {
			into = append(into, &holds[i])
		}
		return next(into...)
	})
	for i, r := range rules {
		if holds[i] == 1 {
			out = append(out, reason(r))
		}
	}
	return out, err
}

func reason(r access.Rule) *AccessReason {
	out := &AccessReason{Rule: r.Name, Sentence: sentences[r.Name]}
	if r.Via != "" {
		out.Via = &r.Via
	}
	return out
}

// sentences say the rules in English; the app says them in its reader's language.
var sentences = map[access.Cause]string{
	access.ByAdministrator: "Administrators see all.",
	access.ByAll:           "A role grants all records of this kind.",
	access.ByOpen:          "Everyone in the company sees it.",
	access.BySelf:          "It is about them.",
	access.ByOwner:         "They own it, or stand in for who does.",
	access.ByReports:       "Somebody who reports to them owns it.",
	access.ByDepartment:    "It belongs to a department that their role reaches.",
	access.ByFilter:        "Their role's filter lets it through.",
	access.ByAccount:       "It belongs to an account that they reach.",
	access.ByJourney:       "It belongs to a journey that they reach.",
	access.ByWork:          "They work on what belongs to it.",
	access.ByCollaborator:  "They were let in.",
	access.ByWhole:         "It is a part of what they see.",
	access.BySubject:       "It is about a record that they see.",
}

// Collaborators are who was let in on a record that the viewer sees, the first one first.
func Collaborators(ctx context.Context, st *store.Store, recordID string) ([]*db.Collaborator, error) {
	kind, ok := id.KindOf(recordID)
	if !ok {
		return []*db.Collaborator{}, nil
	}
	seen, err := nodes(ctx, st, kind, []string{recordID})
	if err != nil || len(seen) == 0 {
		return []*db.Collaborator{}, err
	}
	found, err := db.Nodes(ctx, st.Reader(), id.Collaborator, sql.FieldEQ("record_id", recordID), func(s *sql.Selector) {
		s.OrderBy(s.C("created_at"), s.C("id"))
	})
	if err != nil {
		return nil, store.Translate(err)
	}
	out := make([]*db.Collaborator, len(found))
	for i, n := range found {
		out[i] = n.(*db.Collaborator)
	}
	return out, Bring(ctx, st, id.Collaborator, found, Asked(ctx))
}
