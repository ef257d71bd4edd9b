package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
)

// Why a root field is not compiled.
const (
	few      = "few rows, in lists without pages, whose records are read as they are"
	counted  = "figures, each a grouped statement; there is no record to read"
	logs     = "rows of a log, without a global id; what they lead to is read in batches"
	reckoned = "made in Go of what is kept in memory"
	mixed    = "records of several kinds in one list, ranked in Go; their transitions are a batch"
	ranked   = "hits of several kinds from an index of their own; what is asked of their records is read in batches"
	asker    = "the one record that a request has already read to know who asks, or in which company"
	secret   = "shows a secret once, beside the record"
	ends     = "answers what is left of a short list"
)

// uncompiled are the root fields that the ordinary path answers, and why. All others are one statement, and what is
// computed of their records is completed in batches.
var uncompiled = map[string]string{
	"viewer": asker, "company": asker, "departments": few, "delegations": few, "sessions": few, "tokens": few, "roles": few,
	"collaborators": few, "processes": few, "holdings": counted, "pipelineSummary": counted, "receivablesSummary": counted,
	"rightsCatalogue": reckoned, "myRights": reckoned, "whyCanISee": reckoned, "whoCanSee": reckoned, "apiLimits": reckoned,
	"waiting": mixed, "search": ranked, "auditEntries": logs, "stageChanges": logs, "changes": logs,
	"inviteUser": secret, "resetUser": secret, "importUsers": secret, "beginSecondFactor": secret, "confirmSecondFactor": secret,
	"createToken": secret, "createUserToken": secret, "endSession": ends, "revokeToken": ends, "revokeUserToken": few,
	"removeCollaborator": ends, "transferOwnership": counted,
}

func TestEveryRootFieldIsCompiledOrSaysWhyNot(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		b := bothWays(a)
		q := newQuestions(t, a)
		for _, f := range contract.Query.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			before := b.fields[f.Name]
			body := ltctest.Got(json.Marshal(vars{"query": q.plainly(f)}))(t)
			if got := b.text(t, a.viewers[string(boss)], body, true); strings.Contains(got, `"code"`) {
				t.Errorf("%s: %s", body, got)
			}
			if compiled := b.fields[f.Name] > before; compiled == (uncompiled[f.Name] != "") {
				t.Errorf("%s is compiled: %v, and said not to be because %q; it told %v", f.Name, compiled, uncompiled[f.Name], b.why)
			}
		}
	})
}

// plainly asks a root field for little.
func (q *questions) plainly(f *ast.FieldDefinition) string {
	var args []string
	for _, arg := range f.Arguments {
		if !arg.Type.NonNull {
			continue
		}
		value := "OPPORTUNITY"
		switch arg.Name {
		case "id":
			value = fmt.Sprintf("%q", q.byKind[id.Account][0])
			for kind, ids := range q.byKind {
				if read.TypeName(kind) == f.Type.Name() {
					value = fmt.Sprintf("%q", ids[0])
				}
			}
		case "text":
			value = `"公司"`
		case "userId":
			value = fmt.Sprintf("%q", q.byKind[id.User][0])
		}
		args = append(args, arg.Name+": "+value)
	}
	text := f.Name
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	if strings.HasSuffix(f.Type.Name(), "Connection") {
		return "{ " + text + " { edges { node { __typename } } } }"
	}
	return "{ " + text + " { __typename } }"
}

// A verb that answers a record answers by the same statement as a query; the others say why not.
func TestEveryVerbIsCompiledOrSaysWhyNot(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		b := bothWays(a)
		for _, p := range payloads(t, a) {
			body := ltctest.Got(json.Marshal(vars{"query": p.operation("{ __typename }"), "variables": vars{"in": p.in}}))(t)
			b.text(t, p.as, body, true, "Idempotency-Key", p.key())
			if b.fields[p.verb] == 0 {
				t.Errorf("%s was not compiled: %v", p.verb, b.why)
			}
			if uncompiled[p.verb] != "" {
				t.Errorf("%s is said not to be compiled because %q", p.verb, uncompiled[p.verb])
			}
		}
	})
	var records []string
	for _, kind := range read.KindsOfAPI() {
		records = append(records, read.TypeName(kind))
	}
	for _, f := range contract.Mutation.Fields {
		one := slices.Contains(append(records, "Node", "Staged"), f.Type.Name()) && f.Type.Elem == nil
		if why := uncompiled[f.Name]; !one && why == "" && !strings.HasPrefix(f.Name, "__") {
			t.Errorf("%s answers %s, and nothing says why it is not compiled", f.Name, f.Type)
		}
	}
	for name := range uncompiled {
		if contract.Query.Fields.ForName(name) == nil && contract.Mutation.Fields.ForName(name) == nil {
			t.Errorf("there is no root field %s", name)
		}
	}
}
