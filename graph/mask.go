package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
)

// veils keep fields back that the viewer's roles hide, by whatever way a record was reached. A field can be hidden if
// it may be null, or is money, which then has no amount.
type veils struct {
	kinds  map[string]id.Kind
	fields map[id.Kind][]string
}

func veilsOf(s *ast.Schema) veils {
	v := veils{map[string]id.Kind{}, map[id.Kind][]string{}}
	for kind := range db.Tables {
		def := s.Types[read.TypeName(kind)]
		if def == nil {
			continue
		}
		v.kinds[def.Name] = kind
		for _, f := range def.Fields {
			if told[f.Name] || told[def.Name+"."+f.Name] {
				continue
			}
			if !f.Type.NonNull || f.Type.NamedType == "Money" {
				v.fields[kind] = append(v.fields[kind], f.Name)
			}
		}
	}
	return v
}

// told are fields that cannot be hidden, for other places tell them: a document is called by its number, and a
// journey's clock says when it ended.
var told = map[string]bool{"number": true, "Journey.endedAt": true, "Journey.cashCompleteAt": true}

// around veils the field that is being resolved. What may not be null is shown; hidden money then has no amount.
func (v veils) around(ctx context.Context, next graphql.Resolver) (any, error) {
	f := graphql.GetFieldContext(ctx)
	money := f.Object == "Money"
	at := f
	if money {
		at = f.Parent
	}
	sight := v.sight(ctx, at)
	typ := f.Field.Definition.Type
	switch {
	case sight == "" || typ.NonNull:
		return next(ctx)
	case sight == role.Hidden || money:
		return nil, nil
	}
	got, err := next(ctx)
	return veiled(got), err
}

// sight is how much the viewer sees of a field; "" is all.
func (v veils) sight(ctx context.Context, f *graphql.FieldContext) role.Sight {
	in := ""
	if figures[f.Object].ofOwner {
		in = owner(f)
	}
	return v.Sight(call.From(ctx).Viewer, f.Object, f.Field.Name, in)
}

// Sight is how much a viewer sees of a field of a type; owner is the type of the record that holds it.
func (v veils) Sight(viewer call.Viewer, object, field, owner string) role.Sight {
	if of, ok := figures[object]; ok && !of.ofOwner {
		return access.Mask(viewer, of.kind)[of.field]
	} else if ok {
		object, field = owner, of.field
	}
	kind, ok := v.kinds[object]
	if !ok {
		return ""
	}
	s := access.Mask(viewer, kind)[field]
	if s == "" || !slices.Contains(v.fields[kind], field) {
		return ""
	}
	return s
}

// figures are types that are no records: their money is hidden with a field of the kind that they add up.
var figures = map[string]struct {
	kind    id.Kind
	field   string
	ofOwner bool
}{
	"PipelineSummary":    {id.Opportunity, "amount", false},
	"StageCount":         {id.Opportunity, "amount", false},
	"ReceivablesSummary": {id.Invoice, "outstanding", false},
	"ContractLine":       {id.Contract, "gross", false},
	"TaxTotal":           {"", "gross", true}, // of the document that it belongs to
}

// owner is the type of the document that holds a list of tax totals.
func owner(f *graphql.FieldContext) string {
	at := f.Parent
	for at != nil && (at.Index != nil || at.Object == "") {
		at = at.Parent
	}
	if at == nil {
		return ""
	}
	return at.Object
}

// veiled is a text with its ends only; anything else is not shown at all.
func veiled(v any) any {
	switch t := v.(type) {
	case *string:
		if t == nil {
			return t
		}
		s := access.Veil(*t)
		return &s
	case string:
		return access.Veil(t)
	}
	return nil
}

// catalogue is what roles can speak of.
func (v veils) catalogue() []*read.KindRights {
	var out []*read.KindRights
	for _, kind := range read.KindsOfAPI() {
		if !slices.Contains(role.Kinds(), kind) && !access.IsPart(kind) {
			continue
		}
		k := &read.KindRights{
			Kind: kind, Granted: slices.Contains(role.Kinds(), kind), Verbs: []string{},
			Fields: slices.Clone(v.fields[kind]), Columns: access.Filterables(kind),
		}
		for _, verb := range role.Verbs() {
			if verb.Kind == kind {
				k.Verbs = append(k.Verbs, verb.Name)
			}
		}
		out = append(out, k)
	}
	return out
}

// check refuses rights that name a field which no role can hide.
//
// Errors: INVALID role.field_unknown, at the field.
func (v veils) check(in *people.RightsInput) error {
	if in == nil {
		return nil
	}
	for _, f := range in.Fields {
		if !slices.Contains(v.fields[f.Kind], f.Field) {
			return fault.Invalid("role.field_unknown", map[string]any{"kind": string(f.Kind), "field": f.Field}).
				At(strings.Join([]string{"rights", "fields", f.Field}, "."))
		}
	}
	return nil
}
