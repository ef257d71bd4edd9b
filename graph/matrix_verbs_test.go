package graph_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Every verb that names a record answers of a hidden one what it answers of one that never was.
func TestAVerbOnAHiddenRecordGivesNoSignal(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		d := role.Document{Grants: map[id.Kind]role.Grant{}}
		for _, v := range role.Verbs() { // may call every verb, and sees nothing
			g := d.Grants[v.Kind]
			g.Scope = role.Own
			g.Verbs = append(g.Verbs, v.Name)
			d.Grants[v.Kind] = g
		}
		as := m.viewer("verbs", d)
		log, tried := len(a.Changes(nil)), 0
		for _, f := range contract.Mutation.Fields {
			arg := f.Arguments.ForName("input")
			if arg == nil || strings.HasPrefix(f.Name, "__") {
				continue
			}
			for _, input := range contract.Types[arg.Type.Name()].Fields {
				if input.Type.Name() != "ID" {
					continue
				}
				for _, kind := range read.KindsOfAPI() {
					hidden := m.hiddenOf(a.viewers[as], kind)
					if contract.Types[read.TypeName(kind)] == nil || len(hidden) == 0 {
						continue
					}
					tried++
					there, never := m.call(as, f, input.Name, hidden[0]), m.call(as, f, input.Name, call.Random(kind, time.UnixMilli(1)))
					if there != never {
						t.Errorf("%s tells by %s of a hidden %s\nthere %s\nnever %s", f.Name, input.Name, kind, there, never)
					}
				}
			}
		}
		if tried < 100 {
			t.Errorf("tried %d calls only", tried)
		}
		if now := len(a.Changes(nil)); now != log {
			t.Errorf("%d changes were made of what cannot be seen", now-log)
		}
	})
}

var ids = regexp.MustCompile(`[a-z]+_[0-9a-hjkmnp-tv-z]{26}`)

// call calls a verb with an id in one of its input's fields, and answers what it said, ids left out.
func (m *matrix) call(as string, f *ast.FieldDefinition, field, recordID string) string {
	m.t.Helper()
	var fields []string
	for _, in := range contract.Types[f.Arguments.ForName("input").Type.Name()].Fields {
		value := filled(in.Type)
		switch {
		case in.Name == field && in.Type.Elem != nil:
			value = fmt.Sprintf("[%q]", recordID)
		case in.Name == field:
			value = fmt.Sprintf("%q", recordID)
		case !in.Type.NonNull:
			continue
		}
		fields = append(fields, in.Name+": "+value)
	}
	got := m.api.ask(m.t, stage.Department(as), fmt.Sprintf("mutation { %s(input: {%s}) { __typename } }", f.Name, strings.Join(fields, ", ")), nil)
	text, err := json.Marshal(got)
	ltctest.Must(m.t, err)
	return ids.ReplaceAllString(string(text), "ID")
}

// A subscription sends nothing of what is hidden, nor of what is hidden since it began.
func TestASubscriptionGivesNoSignal(t *testing.T) {
	in(t, func(t *testing.T, a *api) {
		m := newMatrix(t, a)
		as := m.viewer("listener", role.Builtins()[1].Rights) // sales, who owns nothing
		mine := a.viewers[as]
		s := a.subscribe(t, stage.Department(as), `subscription($after: Cursor) { changed(after: $after) { subjectKind subjectId fields { name new } } }`,
			vars{"after": flow.Cursor{Epoch: 1}.String()})
		m.deals[0].do(stage.Sales, "updateAccount", "", vars{"id": m.deals[0].account, "phone": "0755-12345678"})
		p := at(a.get(t, boss, `mutation { createProduct(input: {sku: "LAST", name: "the last", listPrice: "1"}) { id } }`, nil), "createProduct.id")
		for { // a product everyone sees: until it comes, nothing else may
			got := s.next("next")
			kind := id.Kind(strings.ToLower(at(got, "data.changed.subjectKind").(string)))
			subject := at(got, "data.changed.subjectId").(string)
			for _, hidden := range m.hiddenOf(mine, kind) {
				if hidden == subject {
					t.Fatalf("was told of a hidden %s", kind)
				}
			}
			if subject == p {
				break
			}
		}
	})
}
