package transport

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// after is the argument of a subscription that says from where on it sends.
const after = "after"

// resume lets a subscription begin after the event that a client had last. Where it says itself after what, that
// stands, except in an address: a browser that comes back by itself sends the same address again, and the later event.
func resume(oc *graphql.OperationContext, lastEvent string, insist bool) {
	f := root(oc)
	if f == nil || f.Definition == nil || f.Definition.Arguments.ForName(after) == nil {
		return
	}
	if given := f.ArgumentMap(oc.Variables)[after]; given != nil && !insist {
		return
	}
	field := *f // the document is shared with others
	field.Arguments = slices.DeleteFunc(slices.Clone(f.Arguments), func(a *ast.Argument) bool { return a.Name == after })
	field.Arguments = append(field.Arguments, &ast.Argument{
		Name: after, Value: &ast.Value{Raw: lastEvent, Kind: ast.StringValue}, Position: f.Position,
	})
	operation := *oc.Operation
	operation.SelectionSet = ast.SelectionSet{&field}
	oc.Operation = &operation
}

// root is a subscription's one field, nil where a fragment hides it.
func root(oc *graphql.OperationContext) *ast.Field {
	if !subscribes(oc) || len(oc.Operation.SelectionSet) != 1 {
		return nil
	}
	f, _ := oc.Operation.SelectionSet[0].(*ast.Field)
	return f
}

// cursorPath is where in the answers of a subscription its cursor stands: the field's name in the answer, and the
// cursor's within.
type cursorPath struct{ field, cursor string }

func cursorOf(oc *graphql.OperationContext) cursorPath {
	f := root(oc)
	if f == nil || f.Definition == nil || f.Definition.Arguments.ForName(after) == nil {
		return cursorPath{}
	}
	for _, s := range f.SelectionSet {
		if c, ok := s.(*ast.Field); ok && c.Name == "cursor" {
			return cursorPath{f.Alias, c.Alias}
		}
	}
	return cursorPath{}
}

// in is the cursor of an answer, "" where it has none that fits on a line.
func (p cursorPath) in(data []byte) string {
	var answer map[string]map[string]json.RawMessage
	if p.field == "" || json.Unmarshal(data, &answer) != nil {
		return ""
	}
	var cursor string
	if json.Unmarshal(answer[p.field][p.cursor], &cursor) != nil || strings.ContainsAny(cursor, "\r\n\x00") {
		return ""
	}
	return cursor
}
