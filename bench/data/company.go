package data

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// The people that a measurement acts as. Everything sees all rows through grants, as a head of the house would; the
// seller sees her own; neither is an administrator, for whom no predicate would be made.
const (
	Everything = "everything@bench.example"
	Seller     = "seller-001@bench.example"
)

// staff is how many work in each department, two hundred in all with the one who sees everything.
var staff = []struct {
	department stage.Department
	word       string
	count      int
}{
	{stage.Marketing, "marketer", 24}, {stage.Sales, "seller", 120}, {stage.Legal, "lawyer", 10},
	{stage.Delivery, "engineer", 25}, {stage.Finance, "accountant", 10}, {stage.Care, "carer", 10},
}

// products is how many there are to sell.
const products = 40

// person is who acts: the ids that stand in rows.
type person struct {
	id, department string
	viewer         call.Viewer
}

// company is the founded company while its first deals are played.
type company struct {
	st       *store.Store
	rng      *rand.Rand
	now      time.Time
	co       flow.Company
	staff    map[stage.Department][]person
	products []string
}

// found founds the company by the ordinary verbs. Ids and choices come from the seed alone.
func found(ctx context.Context, st *store.Store, seed uint64, now time.Time) (*company, error) {
	c := &company{
		st: st, now: now, staff: map[stage.Department][]person{},
		rng: rand.New(rand.NewPCG(seed, 1)), //nolint:gosec // a data set, not a secret: it has to repeat
	}
	begin := now.AddDate(-5, 0, 0)
	system := c.call(ctx, call.System(""), begin)
	if err := flow.CheckEpoch(system, st); err != nil {
		return nil, err
	}
	err := people.Found(system, st, people.Founding{
		Name: "华恒智能装备有限公司", Currency: "CNY", TimeZone: "Asia/Shanghai", Calendar: "cn",
	})
	if err != nil {
		return nil, err
	}
	if c.co, err = flow.CompanyOf(ctx, st, st.Reader()); err != nil {
		return nil, err
	}
	system = c.call(ctx, call.System(c.co.ID), begin)
	if err := c.hire(system); err != nil {
		return nil, err
	}
	return c, c.list(c.call(ctx, c.staff[stage.Sales][0].viewer, begin))
}

// call is a call at an instant, with ids of the seed.
func (c *company) call(ctx context.Context, v call.Viewer, at time.Time) context.Context {
	k := call.New(v, at, call.UI)
	k.NewID = func(kind id.Kind, at time.Time) string {
		var r [16]byte
		binary.BigEndian.PutUint64(r[:8], c.rng.Uint64())
		binary.BigEndian.PutUint64(r[8:], c.rng.Uint64())
		return id.New(kind, at, [10]byte(r[:10]))
	}
	k.Correlation = fmt.Sprintf("bench-%x", c.rng.Uint64())
	return call.With(ctx, k)
}

// hire makes the two hundred. All of a department's rows are its own department's; sellers own theirs.
func (c *company) hire(ctx context.Context) error {
	all := []string{role.Auditor, string(stage.Sales), string(stage.Finance)}
	in := people.NewUser{Name: "全览", Email: Everything, Department: stage.Sales, Roles: all}
	if _, err := people.AddUser(ctx, c.st, in); err != nil {
		return err
	}
	for _, s := range staff {
		for n := range s.count {
			u, err := people.AddUser(ctx, c.st, people.NewUser{
				Name: fullName(uint64(n) + uint64(s.count)<<16), Email: fmt.Sprintf("%s-%03d@bench.example", s.word, n+1), Department: s.department,
			})
			if err != nil {
				return err
			}
			v, err := people.Viewer(ctx, c.st, u.ID)
			if err != nil {
				return err
			}
			c.staff[s.department] = append(c.staff[s.department], person{id: u.ID, department: v.DepartmentID, viewer: v})
		}
	}
	return nil
}

// list makes the products.
func (c *company) list(ctx context.Context) error {
	unit := "台"
	for n := range products {
		tax := money.Rate(130_000)
		made, err := sales.CreateProduct(ctx, c.st, sales.CreateProductInput{
			Sku: fmt.Sprintf("LTC-%03d", n+1), Name: fmt.Sprintf("%s %d 型", goods[n%len(goods)], n/len(goods)+1), Unit: &unit,
			ListPrice: money.Price(1+c.rng.IntN(400)) * 1000 * 1_000_000, TaxRate: &tax,
		})
		if err != nil {
			return err
		}
		c.products = append(c.products, made)
	}
	return nil
}
