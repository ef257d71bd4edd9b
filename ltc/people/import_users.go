package people

import (
	"context"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ImportUsers makes users from the rows of a CSV file. A row that is wrong is reported and holds no other back; an
// e-mail that is known stays as it is, so that the same file again makes nobody twice. The links are mailed after the
// commit; where no mail can be sent, each user is given one by ResetUser.
//
// Errors: INVALID import.csv, import.users_header, import.too_many_rows for a file of which nothing is taken.
func ImportUsers(ctx context.Context, st *store.Store, in ImportUsersInput) (*UserImport, error) {
	rows, err := readUsers(in.CSV)
	if err != nil {
		return nil, err
	}
	var i *userImport
	_, before, err := flow.Attempt(ctx, st, flow.Verb{Name: "importUsers", In: in}, func(ctx context.Context, tx *store.Tx) (stage.Record, error) {
		co, err := flow.CompanyOf(ctx, st, tx.Client)
		if err != nil {
			return stage.Record{}, err
		}
		i = &userImport{tx: tx, rows: rows, mails: postOf(st).Send != nil, done: map[string]error{}}
		return stage.Record{Kind: id.LegalEntity, ID: co.ID}, i.run(ctx)
	})
	switch {
	case err != nil:
		return nil, err
	case before: // a retry: all that could be made is there
		return alreadyThere(ctx, st, rows)
	}
	go i.mail(context.WithoutCancel(ctx), postOf(st)) // a slow post must not hold the answer up
	return &i.told, nil
}

// userImport is an import that runs.
type userImport struct {
	tx    *store.Tx
	rows  []userRow
	mails bool
	names lookup
	told  UserImport
	links []invitedUser
	done  map[string]error // by e-mail: what became of the row
}

type invitedUser struct {
	user   *db.User
	secret string
}

func (i *userImport) run(ctx context.Context) (err error) {
	i.told.Rejected = []RejectedRow{}
	if i.names, err = lookups(ctx, i.tx.Client); err != nil {
		return err
	}
	byEmail := map[string]int{}
	for n, r := range i.rows {
		if _, twice := byEmail[r.email]; !twice {
			byEmail[r.email] = n
		}
	}
	for n, r := range i.rows {
		refused, err := i.row(ctx, n, byEmail, nil)
		if err != nil {
			return err
		}
		if refused != nil {
			i.told.Rejected = append(i.told.Rejected, RejectedRow{Line: r.line, Reason: reason(refused)})
		}
	}
	return nil
}

// row makes the user of a row once, its manager's row first. What it refuses is a fault; anything else ends the import.
func (i *userImport) row(ctx context.Context, n int, byEmail map[string]int, above []int) (refused *fault.Error, err error) {
	r := i.rows[n]
	if byEmail[r.email] != n { // the same e-mail again in the file
		i.told.Known++
		return nil, nil
	}
	if was, ok := i.done[r.email]; ok {
		return fault.Of(was), nil
	}
	m, listed := byEmail[r.manager]
	if listed && !slices.Contains(above, m) { // in a circle nobody comes first
		if _, err := i.row(ctx, m, byEmail, append(above, n)); err != nil {
			return nil, err
		}
		if was, ok := i.done[r.email]; ok { // it was made, or refused, on the way round
			return fault.Of(was), nil
		}
	}
	err = i.tx.Savepoint(ctx, func() error { return i.take(ctx, r) })
	if err != nil && fault.Of(err) == nil {
		return nil, err
	}
	i.done[r.email] = err
	return fault.Of(err), nil
}

// take makes the user of a row, if they are not there.
func (i *userImport) take(ctx context.Context, r userRow) error {
	if r.wrong != nil {
		return r.wrong
	}
	there, err := i.tx.User.Query().Where(user.Email(r.email)).Exist(ctx)
	if err != nil {
		return err
	}
	if there {
		i.told.Known++
		return nil
	}
	in, err := i.names.input(ctx, i.tx, r)
	if err != nil {
		return err
	}
	u, err := in.make(ctx, i.tx)
	if err != nil {
		return err
	}
	i.told.Made++
	if !i.mails {
		return nil
	}
	secret, err := invite(ctx, i.tx, u)
	i.links = append(i.links, invitedUser{u, secret})
	return err
}

// mail sends the links, one after the other. Who gets none is given another by ResetUser.
func (i *userImport) mail(ctx context.Context, p Post) {
	for _, l := range i.links {
		p.deliver(ctx, l.user, welcome, l.secret)
	}
}

// reason says in English why a row was refused, and by which column.
func reason(f *fault.Error) string {
	if len(f.Fields) == 0 {
		return f.Error()
	}
	said := make([]string, len(f.Fields))
	for n, field := range f.Fields {
		said[n] = field.Path + ": " + fault.Sentence("en", field.Rule, f.Params)
	}
	return strings.Join(said, " ")
}

// alreadyThere is the report on rows of which all that could be made has been.
func alreadyThere(ctx context.Context, st *store.Store, rows []userRow) (*UserImport, error) {
	emails := make([]string, len(rows))
	for n, r := range rows {
		emails[n] = r.email
	}
	known, err := st.Reader().User.Query().Where(user.EmailIn(emails...)).Count(ctx)
	return &UserImport{Known: known, Rejected: []RejectedRow{}}, store.Translate(err)
}
