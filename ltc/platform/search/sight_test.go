package search_test

import (
	"context"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// hired is somebody new, with a ready-made role or with the department's.
func hired(t *testing.T, w *ltctest.World, name string, more func(*people.NewUser)) context.Context {
	t.Helper()
	in := people.NewUser{Name: name, Email: name + "@example.com", Department: stage.Sales}
	if more != nil {
		more(&in)
	}
	founding := call.With(t.Context(), call.New(call.System(""), w.Now(), call.API))
	u := ltctest.Got(people.AddUser(founding, w.Store, in))(t)
	v := ltctest.Got(people.Viewer(t.Context(), w.Store, u.ID))(t)
	return call.With(t.Context(), call.New(v, w.Now(), call.API))
}

// behindItsBack changes the database as no verb does.
func behindItsBack(t *testing.T, w *ltctest.World, statements ...string) {
	t.Helper()
	ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) error {
		for _, s := range statements {
			if _, err := tx.SQL.ExecContext(ctx, s); err != nil {
				return err
			}
		}
		return nil
	}))
}

// titles are what is found in each way; it says so where the ways differ.
func titles(ctx context.Context, t *testing.T, w *ltctest.World, text string) string {
	t.Helper()
	all := map[string]bool{}
	for _, way := range []search.Way{{}, {Sampled: true}, {Newest: true}} {
		var out []string
		for _, h := range ltctest.Got(search.FindBy(ctx, w.Store, search.Query{Text: text, First: 20}, way))(t) {
			out = append(out, h.Title)
		}
		all[strings.Join(out, ", ")] = true
	}
	for found := range all {
		if len(all) == 1 {
			return found
		}
	}
	t.Errorf("%q finds %v, each in another way", text, all)
	return ""
}

func TestNobodyFindsByWhatIsKeptFromThem(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		phone, short := "138 1234 5678", "博远"
		account(t, w, "苏州一号公司", func(in *sales.CreateAccountInput) { in.Phone, in.ShortName = &phone, &short })
		w.Drain()
		chief := hired(t, w, "chief", func(in *people.NewUser) { in.Admin = true })
		sight := role.Hidden
		veiled := ltctest.Got(people.CreateRole(chief, w.Store, people.CreateRoleInput{NameZh: "无电话", NameEn: "No phones", Rights: people.RightsInput{
			Grants: []people.GrantInput{{Kind: id.Account, Scope: role.All}},
			Fields: []people.FieldRightInput{{Kind: id.Account, Field: "phone", Sight: &sight}},
		}}))(t)
		ctx := hired(t, w, "veiled", func(in *people.NewUser) { in.Roles = []string{veiled} })
		for _, text := range []string{"13812345678", "1234", "138-1234", "博远", "boyuan", "by", "苏州 1234"} {
			if got := titles(ctx, t, w, text); got != "" {
				t.Errorf("%q finds %q for whom phones are hidden from", text, got)
			}
			if got := titles(chief, t, w, text); got != "苏州一号公司" {
				t.Errorf("%q finds %q for who sees all", text, got)
			}
		}
		if got := titles(ctx, t, w, "苏州"); got != "苏州一号公司" {
			t.Errorf("the name finds %q", got)
		}
		for _, h := range ltctest.Got(search.Find(ctx, w.Store, search.Query{Text: "苏州", First: 20}))(t) {
			if len(h.Matches) != 1 || h.Matches[0].Field != "name" {
				t.Errorf("the hit tells %+v", h.Matches)
			}
		}
	})
}

func TestASalespersonFindsTheirOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		other := hired(t, w, "other", nil)
		account(t, w, "苏州甲")
		ltctest.Got(sales.CreateAccount(other, w.Store, sales.CreateAccountInput{Name: "苏州乙"}))(t)
		w.Drain()
		if mine, theirs := titles(w.As(stage.Sales), t, w, "苏州"), titles(other, t, w, "sz"); mine != "苏州甲" || theirs != "苏州乙" {
			t.Errorf("one finds %q, the other %q", mine, theirs)
		}
	})
}

func TestARecordThatIsGoneIsNotFound(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		gone := account(t, w, "苏州甲")
		account(t, w, "苏州乙")
		w.Drain()
		behindItsBack(t, w, "DELETE FROM accounts WHERE id = '"+gone+"'")
		chief := hired(t, w, "chief", func(in *people.NewUser) { in.Admin = true })
		for name, ctx := range map[string]context.Context{"a salesperson": w.As(stage.Sales), "an administrator": chief} {
			if got := titles(ctx, t, w, "苏州"); got != "苏州乙" {
				t.Errorf("%s finds %q", name, got)
			}
		}
	})
}
