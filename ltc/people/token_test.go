package people_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// with is the context of a program that holds a secret, from an address.
func (i *insider) with(t *testing.T, secret, address string) context.Context {
	t.Helper()
	ctx := i.outside(address)
	v := ltctest.Got(people.ByToken(ctx, i.Store, secret))(t)
	return call.With(ctx, call.From(ctx).As(v))
}

// keyed is the same call under an idempotency key.
func keyed(ctx context.Context, key string) context.Context {
	c := call.From(ctx)
	c.IdempotencyKey, c.ResponseName = key, "verb"
	return call.With(ctx, c)
}

func tokenAt(t *testing.T, w *ltctest.World, tokenID string) *db.Token {
	t.Helper()
	return ltctest.Got(w.Reader().Token.Get(t.Context(), tokenID))(t)
}

func TestASecretThatNobodyMadeIsRefusedWithoutTheDatabase(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	i := wang(t, w)
	secret := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: "ERP"}))(t).Secret
	i.with(t, secret, "")
	outside := i.outside("")
	ltctest.Must(t, w.Close())
	changed := []byte(secret)
	changed[10]++
	for name, wrong := range map[string]string{
		"a changed one": string(changed), "a short one": secret[:len(secret)-1], "a session's": "ltc_ses_" + secret[8:], "nothing": "",
		"one without its checksum": secret[:len(secret)-6] + "AAAAAA",
	} {
		_, err := people.ByToken(outside, w.Store, wrong)
		refuses(t, name, err, fault.CodeUnauthenticated, "signin.token_wrong")
	}
	if _, err := people.ByToken(outside, w.Store, secret); fault.CodeOf(err) == fault.CodeUnauthenticated {
		t.Errorf("a right one without a database: %v", err)
	}
}

func TestANewTokenReadsUnlessItWasGivenMore(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		made := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: "BI"}))(t)
		if got := tokenAt(t, w, made.Token.ID).Scopes; !slices.Equal(got, []role.TokenScope{role.Read}) {
			t.Errorf("scopes = %v", got)
		}
		ctx := i.with(t, made.Secret, "203.0.113.7")
		_, err := marketing.CaptureLead(ctx, w.Store, marketing.CaptureLeadInput{Name: "李", Company: "博远", Phone: ptr("13812345678")})
		refuses(t, "a verb", err, fault.CodeForbidden, "token.scope")
		if f := fault.Of(err); f.Params["scope"] != role.Write || len(f.Help["scopes"].([]role.TokenScope)) < 2 {
			t.Errorf("refused with %v, helping %v", f.Params, f.Help)
		}
		refuses(t, "its person's profile", func() error {
			_, err := people.UpdateProfile(ctx, w.Store, people.UpdateProfileInput{Phone: to("")})
			return err
		}(), fault.CodeForbidden, "token.scope")
		refuses(t, "revoking", people.RevokeToken(ctx, w.Store, people.RevokeTokenInput{ID: made.Token.ID}), fault.CodeForbidden, "token.scope")
		_, err = people.CreateToken(ctx, w.Store, people.CreateTokenInput{Name: "more"})
		refuses(t, "another token", err, fault.CodeForbidden, "signin.session_needed")

		writes := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{
			Name: "form", Scopes: []role.TokenScope{role.WriteMarketing, role.WriteMarketing},
		}))(t)
		if got := tokenAt(t, w, writes.Token.ID).Scopes; len(got) != 1 {
			t.Errorf("scopes = %v", got)
		}
		ltctest.Got(marketing.CaptureLead(i.with(t, writes.Secret, ""), w.Store, marketing.CaptureLeadInput{
			Name: "李", Company: "博远", Phone: ptr("13812345678"),
		}))(t)
	})
}

func TestATokenOfOldMayAllThatItsPersonMay(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		secret := ltctest.Got(people.IssueToken(system(t, w), w.Store, i.user.Email, "ERP", nil))(t)
		ltctest.Must(t, w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, "UPDATE tokens SET scopes = NULL") // as the migration leaves them
			return err
		}))
		ctx := i.with(t, secret, "")
		if of := ltctest.Got(people.Viewer(ctx, w.Store, i.user.ID))(t); !call.From(ctx).Viewer.Rights.Allows("acceptQuote") || !of.Rights.Allows("acceptQuote") {
			t.Error("it lost a right")
		}
		ltctest.Got(people.UpdateProfile(ctx, w.Store, people.UpdateProfileInput{Phone: to("")}))(t)
	})
}

func TestTheLastUseIsNotedOnceAMinute(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		made := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: "BI"}))(t)
		first := w.Now()
		i.with(t, made.Secret, "203.0.113.7")
		w.Wait(30 * time.Second)
		i.with(t, made.Secret, "198.51.100.9")
		if got := tokenAt(t, w, made.Token.ID); !got.LastUsedAt.Equal(first) || got.LastUsedFrom != "203.0.113.7" {
			t.Errorf("used %v from %q", got.LastUsedAt, got.LastUsedFrom)
		}
		w.Wait(time.Minute)
		i.with(t, made.Secret, "198.51.100.9")
		if got := tokenAt(t, w, made.Token.ID); !got.LastUsedAt.After(first) || got.LastUsedFrom != "198.51.100.9" {
			t.Errorf("used %v from %q", got.LastUsedAt, got.LastUsedFrom)
		}
	})
}

func TestThatOneTokenWasUsedIsNoNewsOfAnother(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		one := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: "BI"}))(t)
		other := ltctest.Got(people.CreateToken(i.inside(), w.Store, people.CreateTokenInput{Name: "ERP"}))(t)
		i.with(t, one.Secret, "203.0.113.7")
		i.with(t, one.Secret, "203.0.113.7")
		i.with(t, other.Secret, "203.0.113.7") // notes its first use
		asked := 0
		w.Watch(func(context.Context, string) func(error) {
			asked++
			return func(error) {}
		})
		i.with(t, one.Secret, "203.0.113.7")
		if asked != 0 {
			t.Errorf("it is found anew, by %d statements", asked)
		}
	})
}

// Whatever its scopes, a token sees no row that its person does not see.
func TestATokensRowsAreItsPersons(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		now := time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC)
		st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
		t.Cleanup(func() { _ = st.Close() })
		ltctest.Must(t, demo.Make(t.Context(), st, demo.Small, now))
		ctx := call.With(t.Context(), call.New(call.System(""), now, call.API))
		less, kinds := 0, append(role.Kinds(), id.QuoteLine, id.InvoiceLine, id.Collaborator, id.Delegation, id.Token)
		for _, u := range ltctest.Got(st.Reader().User.Query().IDs(ctx))(t)[:8] {
			v, err := people.Viewer(ctx, st, u)
			if err != nil {
				continue // not active
			}
			for _, kind := range kinds {
				whole := rowsOf(ctx, t, st, v, kind)
				for _, s := range []role.TokenScope{role.Read, role.ReadMarketing, role.WriteLegal, role.ReadFinance, role.Administration} {
					part := v
					part.Rights = v.Rights.Narrow([]role.TokenScope{s})
					got := rowsOf(ctx, t, st, part, kind)
					for _, r := range got {
						if !slices.Contains(whole, r) {
							t.Fatalf("%s with %s sees %s", u, s, r)
						}
					}
					if len(got) < len(whole) {
						less++
					}
				}
			}
		}
		if less < 20 {
			t.Errorf("narrowed %d times only", less)
		}
	})
}

func rowsOf(ctx context.Context, t *testing.T, st *store.Store, v call.Viewer, kind id.Kind) (ids []string) {
	t.Helper()
	for _, n := range ltctest.Got(db.Nodes(ctx, st.Reader(), kind, access.Rows(v, kind)))(t) {
		ids = append(ids, n.NodeID())
	}
	return ids
}

func TestAnAdministratorMakesAndRevokesOthersTokens(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		admin := chief(t, w)
		partner := ltctest.Got(people.InviteUser(admin, w.Store, people.InviteUserInput{
			Name: "ERP", Email: "erp@example.com", DepartmentID: departmentOf(t, w, stage.Sales).ID,
			RoleIDs: []string{roleOf(t, w, role.Partner).ID},
		}))(t).User
		made := ltctest.Got(people.CreateUserToken(keyed(admin, "k1"), w.Store, people.CreateUserTokenInput{
			UserID: partner.ID, Name: "ERP", Scopes: []role.TokenScope{role.WriteMarketing},
		}))(t)
		_, err := people.CreateUserToken(keyed(admin, "k1"), w.Store, people.CreateUserTokenInput{
			UserID: partner.ID, Name: "ERP", Scopes: []role.TokenScope{role.WriteMarketing},
		})
		refuses(t, "a retry", err, fault.CodeConflict, "token.shown")
		program := i.with(t, made.Secret, "")
		if v := call.From(program).Viewer; v.UserID != partner.ID || !v.Rights.Allows("captureLead") || v.Rights.Allows("delegate") {
			t.Errorf("the program is %+v", v)
		}
		in := people.RevokeTokenInput{ID: made.Token.ID}
		_, err = people.RevokeUserToken(i.inside(), w.Store, in)
		refuses(t, "a colleague", err, fault.CodeForbidden, "access.verb")
		if got := ltctest.Got(people.RevokeUserToken(keyed(admin, "k2"), w.Store, in))(t); got != made.Token.ID {
			t.Errorf("revoked %s", got)
		}
		ltctest.Got(people.RevokeUserToken(keyed(admin, "k2"), w.Store, in))(t)
		_, err = people.RevokeUserToken(admin, w.Store, in)
		refuses(t, "again", err, fault.CodeNotFound, "record.not_found")
		_, err = people.ByToken(i.outside(""), w.Store, made.Secret)
		refuses(t, "a revoked one", err, fault.CodeUnauthenticated, "signin.token_wrong")
		if a, b := len(entries(t, w, audit.TokenCreated)), len(entries(t, w, audit.TokenRevoked)); a != 1 || b != 1 {
			t.Errorf("the audit tells of %d made, %d revoked", a, b)
		}
	})
}

func TestAnAdministratorsTokensAreAdministratorsOnly(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		made := ltctest.Got(people.CreateRole(admin, w.Store, people.CreateRoleInput{
			NameZh: "令牌", NameEn: "Tokens", Rights: people.RightsInput{Grants: []people.GrantInput{{
				Kind: id.User, Scope: role.All, Verbs: []people.VerbRightInput{{Verb: "createUserToken"}, {Verb: "revokeUserToken"}},
			}}},
		}))(t)
		keeper := hire(t, w, "keeper", stage.Finance)
		ltctest.Got(people.AssignRoles(admin, w.Store, people.AssignRolesInput{ID: keeper.ID, ExpectedVersion: keeper.Version, RoleIDs: []string{made}}))(t)
		_, err := people.CreateUserToken(by(t, w, keeper.ID), w.Store, people.CreateUserTokenInput{UserID: me(admin), Name: "mine"})
		refuses(t, "for an administrator", err, fault.CodeForbidden, "user.administrators_only")
		own := ltctest.Got(people.CreateToken(admin, w.Store, people.CreateTokenInput{Name: "own", Scopes: []role.TokenScope{role.Administration}}))(t)
		_, err = people.RevokeUserToken(by(t, w, keeper.ID), w.Store, people.RevokeTokenInput{ID: own.Token.ID})
		refuses(t, "of an administrator", err, fault.CodeForbidden, "user.administrators_only")
		left := hire(t, w, "left", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, left.ID)))(t)
		_, err = people.CreateUserToken(admin, w.Store, people.CreateUserTokenInput{UserID: left.ID, Name: "late"})
		refuses(t, "for one who is kept out", err, fault.CodeTransitionNotAllowed, "user.status_wrong")
		program := wang(t, w).with(t, own.Secret, "")
		if call.From(program).Viewer.Admin() {
			t.Error("an administrator's token is an administrator")
		}
		other := hire(t, w, "other", stage.Sales)
		ltctest.Got(people.SuspendUser(program, w.Store, at(t, w, other.ID)))(t)
		_, err = people.AssignRoles(program, w.Store, people.AssignRolesInput{
			ID: keeper.ID, ExpectedVersion: person(t, w, keeper.ID).Version, RoleIDs: []string{roleOf(t, w, role.Administrator).ID},
		})
		refuses(t, "making an administrator", err, fault.CodeForbidden, "user.administrators_only")
	})
}

func TestOnesOwnAffairsHappenOnceForOneKey(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		i := wang(t, w)
		here, there := i.enter(t, ""), i.enter(t, "")
		made := ltctest.Got(people.CreateToken(here.inside(), w.Store, people.CreateTokenInput{Name: "ERP"}))(t)
		for range 2 {
			ltctest.Must(t, people.EndSession(keyed(here.inside(), "k1"), w.Store, people.EndSessionInput{ID: there.session}))
			ltctest.Must(t, people.RevokeToken(keyed(here.inside(), "k2"), w.Store, people.RevokeTokenInput{ID: made.Token.ID}))
			ltctest.Got(people.ChangePassword(keyed(here.inside(), "k3"), w.Store, people.ChangePasswordInput{Current: password, New: "battery staple"}))(t)
		}
		err := people.RevokeToken(keyed(here.inside(), "k2"), w.Store, people.RevokeTokenInput{ID: "tok_other"})
		refuses(t, "another token under the key", err, fault.CodeKeyReused, "idempotency.key_reused")
		for _, a := range []audit.Action{audit.SessionEnded, audit.TokenRevoked, audit.PasswordChanged} {
			if n := len(entries(t, w, a)); n != 1 {
				t.Errorf("%s happened %d times", a, n)
			}
		}
		if n := len(entries(t, w, audit.SignInFailed)); n != 0 {
			t.Errorf("a retry counts as %d wrong passwords", n)
		}
		if n := ltctest.Got(w.Reader().Token.Query().Where(token.RevokedAtIsNil()).Count(t.Context()))(t); n != 0 {
			t.Errorf("%d tokens are left", n)
		}
	})
}
