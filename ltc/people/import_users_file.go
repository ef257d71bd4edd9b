package people

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/department"
	entrole "github.com/leadtocash/ltc/ent/db/role"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

const mostImported = 2000

// userRow is a row of a file of users, as it was written.
type userRow struct {
	line                                    int
	name, email, department, title, manager string
	roles                                   []string
	wrong                                   *fault.Error // what is wrong with the row itself
}

// userColumns are the columns of a file of users; true: it has to be there.
var userColumns = map[string]bool{
	"name": true, "email": true, "department": true, "title": false, "manager": false, "roles": false,
}

// readUsers reads a file of users.
//
// Errors: INVALID import.csv, import.users_header, import.too_many_rows.
func readUsers(text string) ([]userRow, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))) // as spreadsheets begin their files
	r.FieldsPerRecord = -1                                                    // a short row is only that row's fault
	r.TrimLeadingSpace = true
	head, err := r.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, noCSV(err)
	}
	columns, err := userHeader(head)
	if err != nil {
		return nil, err
	}
	var rows []userRow
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, noCSV(err)
		}
		if len(rows) == mostImported {
			return nil, fault.Invalid("import.too_many_rows", map[string]any{"most": mostImported}).At("csv")
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, rowOf(line, cells, columns))
	}
}

func noCSV(err error) error {
	line := 0
	if e, ok := errors.AsType[*csv.ParseError](err); ok {
		line = e.Line
	}
	return fault.Invalid("import.csv", map[string]any{"line": line}).At("csv").Because(err)
}

// userHeader is where each column stands.
func userHeader(head []string) (map[string]int, error) {
	at := map[string]int{}
	for n, cell := range head {
		at[strings.ToLower(strings.TrimSpace(cell))] = n
	}
	for column, needed := range userColumns {
		if _, ok := at[column]; needed && !ok {
			return nil, fault.Invalid("import.users_header", nil).At("csv")
		}
	}
	return at, nil
}

func rowOf(line int, cells []string, columns map[string]int) userRow {
	cell := func(column string) string {
		n, ok := columns[column]
		if !ok || n >= len(cells) {
			return ""
		}
		return strings.TrimSpace(cells[n])
	}
	r := userRow{
		line: line, name: cell("name"), department: cell("department"), title: cell("title"),
		manager: strings.ToLower(cell("manager")),
	}
	for name := range strings.SplitSeq(cell("roles"), ";") {
		if name = strings.TrimSpace(name); name != "" {
			r.roles = append(r.roles, name)
		}
	}
	var p fault.Problems
	p.Required("name", r.name)
	p.Short("name", &r.name, 200)
	p.Short("title", &r.title, 2000)
	r.email = goodEmail(&p, cell("email"))
	r.wrong = fault.Of(p.Err())
	return r
}

// lookup finds departments and roles by what a file calls them.
type lookup struct {
	departments, roles map[string]string
}

func lookups(ctx context.Context, c *db.Client) (lookup, error) {
	l := lookup{map[string]string{}, map[string]string{}}
	ds, err := c.Department.Query().Where(department.Active(true)).Order(department.ByID()).All(ctx)
	if err != nil {
		return l, err
	}
	for _, d := range ds { // a name counts for more than a function
		keep(l.departments, d.Name, d.ID)
	}
	for _, d := range ds {
		keep(l.departments, string(d.Function), d.ID)
	}
	rs, err := c.Role.Query().Order(entrole.ByID()).All(ctx)
	for _, r := range rs {
		keep(l.roles, r.Key, r.ID)
	}
	for _, r := range rs {
		keep(l.roles, r.Name.ZH, r.ID)
		keep(l.roles, r.Name.EN, r.ID)
	}
	return l, err
}

// keep takes a name for the first that bears it.
func keep(m map[string]string, name, recordID string) {
	if name = strings.ToLower(name); m[name] == "" {
		m[name] = recordID
	}
}

// input is a row with what it names found.
func (l lookup) input(ctx context.Context, tx *store.Tx, r userRow) (InviteUserInput, error) {
	in := InviteUserInput{Name: r.name, Email: r.email, Title: given(r.title), DepartmentID: l.departments[strings.ToLower(r.department)]}
	if in.DepartmentID == "" {
		return in, fault.Invalid("user.department_unknown", map[string]any{"department": r.department}).At("department")
	}
	for _, name := range r.roles {
		found := l.roles[strings.ToLower(name)]
		if found == "" {
			return in, fault.Invalid("user.role_unknown", map[string]any{"role": name}).At("roles")
		}
		in.RoleIDs = append(in.RoleIDs, found)
	}
	if r.manager == "" {
		return in, nil
	}
	m, err := tx.User.Query().Where(user.Email(r.manager), user.StatusNEQ(user.StatusDisabled)).Only(ctx)
	if store.Missing(err) {
		return in, fault.Invalid("user.manager_unknown", nil).At("manager")
	}
	if err == nil {
		in.ManagerID = &m.ID
	}
	return in, err
}
