package graph

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/id"
)

// ofChange are the fields of a change whose values are the same for all who have the same rights, and the kind whose
// rows they depend on beside the change itself, if there is one. Fields that are not listed are personal.
var ofChange = map[string]id.Kind{
	"cursor": "", "kind": "", "subjectKind": "", "subjectId": "", "subjectVersion": "", "department": "", "fromStage": "",
	"toStage": "", "toName": "", "fromCategory": "", "toCategory": "", "fields": "", "actor": "", "actorName": "", "actorKind": "",
	"clientMutationId": "", "correlationId": "", "at": "", "elapsedSeconds": "", "businessSeconds": "", "reason": "", "comment": "",
	"amount": "", "journeyId": id.Journey, "accountId": id.Account, "ownerId": id.User,
}

// ofRecord are the computed fields of records that are the same for all who have the same rights and see the record.
// Stored fields, documents and what a process says of a stage are that too; all other computed fields are personal, and
// so are those parts of these that say it in the viewer's language, which is none of their rights.
var (
	ofRecord = map[string]bool{"availableTransitions": true, "User.active": true}
	ownWords = map[string]bool{"Missing.message": true}
)

// impersonal tells whether an answer about a change of such a record is the same for all who have the viewer's rights:
// whether it reaches only rows of kinds of which the viewer sees all, and no field that is personal.
func (f *following) impersonal(v call.Viewer, kind id.Kind) bool {
	oc := graphql.GetOperationContext(f.ctx)
	r := reach{root: f.root, oc: oc}
	for _, field := range graphql.CollectFields(oc, oc.Operation.SelectionSet, []string{"Subscription"}) {
		r.change(field, kind)
	}
	return !r.personal && !slices.ContainsFunc(r.kinds, func(k id.Kind) bool { return access.Partial(v, k) })
}

// reach is how far a selection goes.
type reach struct {
	*root
	oc       *graphql.OperationContext
	kinds    []id.Kind
	personal bool
}

func (r *reach) change(of graphql.CollectedField, kind id.Kind) {
	for _, f := range graphql.CollectFields(r.oc, of.Selections, []string{of.Definition.Type.Name()}) {
		row, known := ofChange[f.Name]
		switch {
		case f.Name == "subject":
			r.record(f, kind)
		case !known && f.Name != "__typename":
			r.personal = true
		case row != "":
			r.kinds = append(r.kinds, row)
		}
	}
}

// record follows what is asked of records of a kind.
func (r *reach) record(of graphql.CollectedField, kind id.Kind) {
	r.kinds = append(r.kinds, kind)
	name := read.TypeName(kind)
	for _, f := range graphql.CollectFields(r.oc, of.Selections, []string{name, "Node", "Staged"}) {
		switch way := r.compiler.Way(kind, f.Name); way {
		case read.ByColumn, read.ByDocument, read.ByLookup:
		case read.ByEdge:
			r.record(f, db.Edges[kind][f.Name].To)
		default:
			if f.Name != "__typename" && !ofRecord[f.Name] && !ofRecord[name+"."+f.Name] {
				r.personal = true
			}
			r.parts(f)
		}
	}
}

// parts looks below a computed field.
func (r *reach) parts(of graphql.CollectedField) {
	name := of.Definition.Type.Name()
	for _, f := range graphql.CollectFields(r.oc, of.Selections, []string{name}) {
		if ownWords[name+"."+f.Name] {
			r.personal = true
		}
		r.parts(f)
	}
}
