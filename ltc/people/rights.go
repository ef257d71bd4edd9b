package people

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	dbrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/store"
)

// mostKept is how many different rights are kept; people have few.
const mostKept = 500

// kept are rights by the stamps of the roles that they come from, and by a token's scopes: whoever has other roles, or
// a role that was changed, has other stamps, so nothing kept is ever out of date.
type kept struct {
	mu sync.RWMutex
	by map[string]*role.Rights
}

type keptKey struct{}

func keptIn(st *store.Store) *kept {
	k, _ := st.Cache.LoadOrStore(keptKey{}, &kept{by: map[string]*role.Rights{}})
	return k.(*kept)
}

func (k *kept) get(key string) (*role.Rights, bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	r, ok := k.by[key]
	return r, ok
}

func (k *kept) put(key string, r *role.Rights) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.by) >= mostKept {
		clear(k.by)
	}
	k.by[key] = r
}

// keyOf is the same for the same stamps and scopes.
func keyOf(stamps []string, scopes []byte) string {
	slices.Sort(stamps)
	return strings.Join(append(stamps, string(scopes)), comma)
}

// rights are those of the user's roles, narrowed to a token's scopes.
func (w *standing) rights(ctx context.Context, st *store.Store) (*role.Rights, error) {
	if w.Roles == "" {
		return role.Union(), nil
	}
	k := keptIn(st)
	if r, ok := k.get(keyOf(strings.Split(w.Roles, comma), w.Scopes)); ok {
		return r, nil
	}
	stamps, docs, err := documentsOf(ctx, st.Reader(), w.UserID)
	if err != nil {
		return nil, err
	}
	var scopes []role.TokenScope
	if len(w.Scopes) > 0 {
		if err := json.Unmarshal(w.Scopes, &scopes); err != nil {
			return nil, err
		}
	}
	r := role.Union(docs...).Narrow(scopes)
	k.put(keyOf(stamps, w.Scopes), r)
	return r, nil
}

// documentsOf are a user's roles, as stamps and as what they say.
func documentsOf(ctx context.Context, c *db.Client, userID string) ([]string, []role.Document, error) {
	var found []struct {
		Stamp  string `json:"stamp"`
		Rights []byte `json:"rights"`
	}
	err := c.Role.Query().Where(dbrole.HasUsersWith(user.ID(userID))).Modify(func(s *sql.Selector) {
		s.Select(s.C(dbrole.FieldRights)).AppendSelectExprAs(sql.ExprP(stampOf(dbrole.Table)), "stamp")
	}).Scan(ctx, &found)
	stamps, docs := make([]string, len(found)), make([]role.Document, len(found))
	for i, f := range found {
		stamps[i] = f.Stamp
		if err == nil {
			err = json.Unmarshal(f.Rights, &docs[i])
		}
	}
	return stamps, docs, err
}
