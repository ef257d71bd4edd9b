package read

import (
	"context"
	"strconv"

	"entgo.io/ent/dialect/sql"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/id"
)

// pagePlan is what is asked of a connection. Each row is read as the value that the list is sorted by, the id, and the
// record as often as it is asked.
type pagePlan struct {
	fields                                  []pageField
	edges                                   []edgeField
	hasEdges, previous, next, total, places bool
}

// pageField is a field of a connection: a constant, or one that its name says.
type pageField struct {
	key, fixed []byte
	name       string
	info       []pageField
}

// edgeField is a field of an edge.
type edgeField struct {
	key, fixed []byte
	node       *object // nil for the cursor
}

// pagePlan is the plan of a root field that answers a page of a list.
func (c *Compiler) pagePlan(ctx context.Context, kind id.Kind) (*plan, error) {
	oc, f := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	return c.plans.find(oc, f, kind, func() (*plan, error) {
		k := c.begin(oc)
		p := &pagePlan{}
		if err := k.page(p, kind, c.schema.Types[f.Definition.Type.Name()], f.Selections); err != nil {
			return nil, err
		}
		k.plan.page = p
		p.put(&k.plan.stmt, kind)
		return k.plan, nil
	})
}

func (k *compiling) page(p *pagePlan, kind id.Kind, def *ast.Definition, set ast.SelectionSet) error {
	for _, f := range k.collect(def, set) {
		one := pageField{key: keyOf(f.Alias), name: f.Name}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(strconv.Quote(def.Name))
		case "totalCount":
			p.total = true
		case "pageInfo":
			one.info = k.pageInfo(p, f.Selections)
		case "edges":
			if p.hasEdges {
				return ordinary("two lists of edges")
			}
			p.hasEdges = true
			if err := k.edgesOf(p, kind, k.c.schema.Types[f.Definition.Type.Name()], f.Selections); err != nil {
				return err
			}
		}
		p.fields = append(p.fields, one)
	}
	return nil
}

func (k *compiling) pageInfo(p *pagePlan, set ast.SelectionSet) (out []pageField) {
	for _, f := range k.collect(k.c.schema.Types["PageInfo"], set) {
		one := pageField{key: keyOf(f.Alias), name: f.Name}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(`"PageInfo"`)
		case "hasNextPage":
			p.next = true
		case "hasPreviousPage":
			p.previous = true
		default:
			p.places = true
		}
		out = append(out, one)
	}
	return out
}

func (k *compiling) edgesOf(p *pagePlan, kind id.Kind, def *ast.Definition, set ast.SelectionSet) (err error) {
	for _, f := range k.collect(def, set) {
		one := edgeField{key: keyOf(f.Alias)}
		switch f.Name {
		case "__typename":
			one.fixed = []byte(strconv.Quote(def.Name))
		case "cursor":
			p.places = true
		default:
			if one.node, err = k.object(kind, f.Selections); err != nil {
				return err
			}
		}
		p.edges = append(p.edges, one)
	}
	return nil
}

// put makes the statement: three figures of the whole list where they are asked, how many rows were found, and the rows.
func (p *pagePlan) put(s *statement, kind id.Kind) {
	s.column(root, "id")
	s.say("SELECT ")
	s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
		for _, extra := range []*sql.Selector{r.previous, r.next, r.total} {
			if extra == nil {
				b.WriteString("0, ")
			} else {
				b.WriteString("(").Join(extra).WriteString("), ")
			}
		}
	})
	s.say("COUNT(*), ")
	s.list()
	s.array()
	if p.places {
		s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
			b.WriteString(root).WriteString(`."`).WriteString(string(r.sort.Field)).WriteString(`", ` + root + `."id"`)
		})
	} else {
		s.say("0, 0")
	}
	for _, e := range p.edges {
		if e.node != nil {
			s.say(", ")
			e.node.put(s, root)
		}
	}
	s.say(") ORDER BY ")
	s.hole(func(_ context.Context, b *sql.Builder, r rootQuery) {
		way := ""
		if r.sort.Direction == Descending {
			way = " DESC"
		}
		b.WriteString(root).WriteString(`."`).WriteString(string(r.sort.Field)).WriteString(`"` + way + ", " + root + `."id"` + way)
	})
	s.say(")")
	s.from()
	s.seal(kind)
}
