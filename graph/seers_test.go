package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// visible are the rows of a kind that somebody sees.
func (a *api) visible(t *testing.T, v call.Viewer, kind id.Kind) map[string]bool {
	t.Helper()
	d := sql.Dialect(a.Dialect())
	table := d.Table(db.Tables[kind].Name)
	q := d.Select(table.C("id")).From(table)
	access.Rows(v, kind)(q)
	text, args := q.Query()
	rows, err := a.SQL().QueryContext(t.Context(), text, args...)
	ltctest.Must(t, err)
	defer func() { _ = rows.Close() }()
	out := map[string]bool{}
	for rows.Next() {
		var r string
		ltctest.Must(t, rows.Scan(&r))
		out[r] = true
	}
	ltctest.Must(t, rows.Err())
	return out
}

// Who is said to see a change sees its record by the rules for rows, and the log.
func TestWhoSeesAChangeSeesItsRecord(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		a := company(t, databaseURL)
		names := slices.Sorted(maps.Keys(a.viewers))
		viewers := []call.Viewer{{}} // and nobody
		for _, name := range names {
			viewers = append(viewers, a.viewers[name])
		}
		subjects := map[id.Kind][]string{}
		for _, c := range a.Changes(nil) {
			if !slices.Contains(subjects[c.SubjectKind], c.SubjectID) && len(subjects[c.SubjectKind]) < 12 {
				subjects[c.SubjectKind] = append(subjects[c.SubjectKind], c.SubjectID)
			}
		}
		sees, blind := 0, 0
		for kind, ids := range subjects {
			rows := make([]map[string]bool, len(viewers))
			for n, v := range viewers {
				rows[n] = a.visible(t, v, kind)
			}
			for _, subject := range ids {
				got := ltctest.Got(read.SeersOf(a.Store, kind, viewers).Of(t.Context(), a.Store, subject))(t)
				for n, v := range viewers {
					want := rows[n][subject] && !v.Nobody() && v.Rights.Reads(id.Change)
					if got[n] != want {
						t.Errorf("%s sees the change of %s: %v, and by the rows: %v", v.Principal, subject, got[n], want)
					}
					if want {
						sees++
					} else {
						blind++
					}
				}
			}
		}
		if len(subjects) < 8 || sees < 100 || blind < 100 {
			t.Errorf("%d kinds, %d see and %d do not: too few to tell", len(subjects), sees, blind)
		}
	})
}

// However many viewers there are, and however many are below them, it can be said who sees a change.
func TestWhoSeesAChangeIsSaidOfManyWithManyBelowThem(t *testing.T) {
	grants := map[id.Kind]role.Grant{}
	for _, kind := range role.Kinds() {
		grants[kind] = role.Grant{Scope: role.Reports}
	}
	tests := map[string]struct{ viewers, below int }{
		"leaders of teams":       {100, 60},
		"leaders of departments": {20, 1000},
		"people who lead nobody": {1100, 0},
	}
	in(t, func(t *testing.T, a *api) {
		subjects := map[id.Kind]string{id.Lead: at(a.get(t, stage.Sales, captureLead, lead("陈晨")), "captureLead.id").(string)}
		owner := a.People[stage.Sales].ID
		a.get(t, stage.Marketing, assign, vars{"in": vars{"id": subjects[id.Lead], "expectedVersion": 1, "ownerId": owner}})
		subjects[id.Journey] = ltctest.Got(a.Reader().Journey.Query().OnlyID(t.Context()))(t)
		for name, tt := range tests {
			var viewers []call.Viewer
			for n := range tt.viewers {
				v := call.Viewer{Principal: fmt.Sprint(n), UserID: fmt.Sprint(n), Rights: role.Union(role.Document{Grants: grants})}
				for i := range tt.below {
					v.Reports = append(v.Reports, fmt.Sprint("usr_", n, "_", i))
				}
				switch {
				case n%7 != 6:
				case tt.below > 0:
					v.Reports[n%tt.below] = owner
				default:
					v.UserID = owner
				}
				viewers = append(viewers, v)
			}
			for kind, subject := range subjects {
				got, err := read.SeersOf(a.Store, kind, viewers).Of(t.Context(), a.Store, subject)
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				for n, sees := range got {
					if sees != (n%7 == 6) {
						t.Errorf("%s, %s: number %d sees it: %v", name, kind, n, sees)
					}
				}
			}
		}
	})
}
