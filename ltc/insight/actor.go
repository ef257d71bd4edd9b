package insight

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// actor is who acted: a name, and the department of the person behind it.
type actor struct {
	name       string
	department stage.Department
}

// actorsOf are the actors of changes, by their principals. One without a name is called by its principal.
func actorsOf(ctx context.Context, st *store.Store, log map[string][]*db.Change) (map[string]actor, error) {
	who := map[string]actor{}
	var users, tokens []string
	for _, cs := range log {
		for _, c := range cs {
			if _, known := who[c.Actor]; known {
				continue
			}
			who[c.Actor] = actor{name: c.Actor}
			switch k, _ := id.KindOf(c.Actor); k {
			case id.User:
				users = append(users, c.Actor)
			case id.Token:
				tokens = append(tokens, c.Actor)
			}
		}
	}
	if err := addTokens(ctx, st, tokens, who); err != nil {
		return nil, err
	}
	found, err := st.Reader().User.Query().Where(user.IDIn(users...)).WithDepartment().All(ctx)
	for _, u := range found {
		who[u.ID] = actor{u.Name, departmentOf(u)}
	}
	return who, store.Translate(err)
}

func addTokens(ctx context.Context, st *store.Store, tokens []string, who map[string]actor) error {
	if len(tokens) == 0 {
		return nil
	}
	found, err := st.Reader().Token.Query().Where(token.IDIn(tokens...)).
		WithUser(func(q *db.UserQuery) { q.WithDepartment() }).All(ctx)
	for _, t := range found {
		who[t.ID] = actor{t.Name, departmentOf(t.Edges.User)}
	}
	return store.Translate(err)
}

func departmentOf(u *db.User) stage.Department {
	if u == nil || u.Edges.Department == nil {
		return ""
	}
	return u.Edges.Department.Function
}
