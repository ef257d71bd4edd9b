package graph

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"maps"
	"reflect"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/call"
)

// following is a subscription while it runs. Its answers depend on what it asks and on who asks, and those for whom
// both are equal are told the same.
type following struct {
	ctx     context.Context // the operation's, outside of its field
	asked   string          // what it asks; "" where that cannot be said
	answers <-chan *telling

	viewer call.Viewer // of whom the print is
	print  string
}

type followingKey struct{}

func followingOf(ctx context.Context) *following {
	f, _ := ctx.Value(followingKey{}).(*following)
	return f
}

// following keeps what the answers of a subscription are made of.
func (r *root) following(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	oc := graphql.GetOperationContext(ctx)
	if oc.Operation.Operation != ast.Subscription {
		return next(ctx)
	}
	return next(context.WithValue(ctx, followingKey{}, &following{ctx: ctx, asked: askedBy(oc)}))
}

// streamed has a subscription's field answer with tellings, where its resolver makes some.
func (r *root) streamed(ctx context.Context, next graphql.Resolver) (any, error) {
	got, err := next(ctx)
	if f := followingOf(ctx); f != nil && f.answers != nil && err == nil {
		return f.next, nil
	}
	return got, err
}

// next is the stream's next answer; nil is its end.
func (f *following) next(ctx context.Context) graphql.Marshaler {
	select {
	case x, more := <-f.answers:
		if !more {
			return nil
		}
		return x.answer(ctx)
	case <-ctx.Done():
		return nil
	}
}

// told is a change's telling for the caller, their own or one that others share.
func (f *following) told(ctx context.Context, r *root, k call.Call, c *db.Change) *telling {
	if c.At.After(k.Now) {
		k = k.At(c.At) // a subscription lives for long; what it asks is as of the change
	}
	do := func(x *telling) { r.tell(f, k, c, x) }
	if f.asked == "" {
		x := newTelling(time.Time{})
		x.make(do)
		return x
	}
	return r.tellings.of(ctx, tellingKey{c.ID, k.Now.UnixMicro(), f.question(k)}, do)
}

// question is what is asked, and all that an answer depends on of a caller but the instant: who they are, and all their
// rights.
func (f *following) question(k call.Call) string {
	if f.print == "" || !reflect.DeepEqual(f.viewer, k.Viewer) {
		v := k.Viewer
		v.Rights = nil
		f.viewer, f.print = k.Viewer, digest(f.asked, v, k.Viewer.Rights.Fingerprint(), k.Source)
	}
	return f.print
}

// askedBy is what an operation asks of each change. From where on it follows is no part of that.
func askedBy(oc *graphql.OperationContext) string {
	vars := maps.Clone(oc.Variables)
	if name := startVariable(oc); name != "" {
		delete(vars, name)
	}
	if _, err := json.Marshal(vars); err != nil {
		return ""
	}
	return digest(oc.RawQuery, oc.OperationName, vars)
}

// startVariable is the variable that only says from where on to follow, "" where there is none.
func startVariable(oc *graphql.OperationContext) string {
	if len(oc.Operation.SelectionSet) != 1 {
		return ""
	}
	f, _ := oc.Operation.SelectionSet[0].(*ast.Field)
	if f == nil {
		return ""
	}
	after := f.Arguments.ForName("after")
	if after == nil || after.Value == nil || after.Value.Kind != ast.Variable {
		return ""
	}
	if strings.Count(oc.RawQuery, "$"+after.Value.Raw) != 2 { // where it is declared, and here
		return ""
	}
	return after.Value.Raw
}

// digest is short and equal only for equal values.
func digest(values ...any) string {
	b, err := json.Marshal(values)
	if err != nil {
		panic(err) // texts, numbers and lists of them
	}
	sum := sha256.Sum256(b)
	return string(sum[:])
}
