package graph

import (
	"bytes"
	"context"
	"math"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
)

// throttle has everybody pay for what they ask: what an operation could cost before it runs, and what it did not cost
// comes back afterwards. The system pays nothing.
type throttle struct {
	viewers, nobody *buckets
}

const (
	mostViewers   = 100_000 // buckets; one is some 100 bytes
	mostAddresses = 50_000
)

func newThrottle(q Quota) *throttle {
	q.Capacity = max(q.Capacity, mostCost) // else some operations never could be paid
	return &throttle{newBuckets(q, mostViewers), newBuckets(nobodyQuota, mostAddresses)}
}

// spending is what an operation costs. Its instant is the operation's by the machine's clock, which no setting moves: a
// socket's call began long ago.
type spending struct {
	requested, roots, paid int
	flat                   bool // of who has not signed in: one, whatever becomes of it
	at                     time.Time
	told                   atomic.Bool
}

const spendingKey = "ltc-cost"

func spendingOf(oc *graphql.OperationContext) *spending {
	s, ok := oc.Stats.GetExtension(spendingKey).(*spending)
	if !ok {
		s = &spending{at: oc.Stats.OperationStart}
		oc.Stats.SetExtension(spendingKey, s)
	}
	return s
}

func (s *spending) measured(z size, roots int) { s.requested, s.roots = z.cost(), roots }

// payer is whose bucket it is; nil for who pays nothing.
func (t *throttle) payer(ctx context.Context) (*buckets, string) {
	c := call.From(ctx)
	switch {
	case c.Viewer.Kind == call.BySystem:
		return nil, ""
	case !c.Viewer.Nobody():
		return t.viewers, c.Viewer.Principal
	case c.Address == "": // no request, or not one over a network
		return nil, ""
	}
	return t.nobody, neighbourhood(c.Address)
}

// knock takes one from who has not signed in, whatever they ask.
func (t *throttle) knock(ctx context.Context) *gqlerror.Error {
	if !call.From(ctx).Viewer.Nobody() {
		return nil
	}
	s := spendingOf(graphql.GetOperationContext(ctx))
	s.requested, s.flat = 1, true
	return t.take(ctx, s, 1)
}

// pay takes the cost of an operation from who has signed in.
func (t *throttle) pay(ctx context.Context, oc *graphql.OperationContext, s *spending) *gqlerror.Error {
	if call.From(ctx).Viewer.Nobody() { // who has paid already
		return nil
	}
	return t.take(ctx, s, s.requested)
}

func (t *throttle) take(ctx context.Context, s *spending, cost int) *gqlerror.Error {
	b, who := t.payer(ctx)
	if b == nil {
		return nil
	}
	_, wait := b.take(who, cost, s.at)
	if wait == 0 {
		s.paid = cost
		return nil
	}
	seconds := int(math.Ceil(wait.Seconds()))
	return refusal(fault.New(fault.CodeThrottled, "limit.throttled").With("retryAfter", seconds))
}

// told puts into an answer what it cost, and gives back what was paid too much. A subscription is paid once, and told in
// its first answer.
func (t *throttle) told(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	r := next(ctx)
	if r == nil || !graphql.HasOperationContext(ctx) {
		return r
	}
	oc := graphql.GetOperationContext(ctx)
	s := spendingOf(oc)
	if s.told.Swap(true) {
		return r
	}
	actual := s.actual(oc, r)
	available, restore := t.settle(ctx, s, s.paid-actual)
	r.Extensions = withCost(r.Extensions, map[string]any{
		"requested": s.requested, "actual": actual, "available": available, "restoreRate": restore,
	})
	return r
}

// withCost adds to a map that others may hold.
func withCost(extensions, cost map[string]any) map[string]any {
	out := map[string]any{"cost": cost}
	for k, v := range extensions {
		out[k] = v
	}
	return out
}

// actual is what an operation did cost, never more than what it asked for: its verbs and reports, and the records in its
// answer.
func (s *spending) actual(oc *graphql.OperationContext, r *graphql.Response) int {
	switch {
	case s.flat || oc.Operation == nil || oc.Operation.Operation == ast.Subscription:
		return s.paid
	case r.Data == nil:
		return 0
	}
	return min(s.requested, s.roots+objects(r.Data))
}

func (t *throttle) settle(ctx context.Context, s *spending, back int) (available, restore int) {
	b, who := t.payer(ctx)
	if b == nil {
		return t.viewers.Capacity, t.viewers.Restore
	}
	return b.give(who, back, s.at), b.Restore
}

// objects counts the records in an answer's JSON, the answer itself not being one, nor what is a value of a record.
func objects(data []byte) int {
	n := -1
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{':
			if !isValue(data[i+1:]) {
				n++
			}
		case '"':
			i = textEnd(data, i+1)
		}
	}
	return max(n, 0)
}

// isValue tells by the first field of an object whether it is a text in two languages or an amount.
func isValue(data []byte) bool {
	for _, start := range [...]string{`"zh":`, `"en":`, `"amount":"`, `"amount":null`, `"currency":"`} {
		if len(data) > len(start) && string(data[:len(start)]) == start {
			return true
		}
	}
	return false
}

// textEnd is where the quote stands that ends the text from i on.
func textEnd(data []byte, i int) int {
	for {
		quote := bytes.IndexByte(data[i:], '"')
		if quote < 0 {
			return len(data)
		}
		end := i + quote
		escapes := 0
		for end-1-escapes >= i && data[end-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return end
		}
		i = end + 1
	}
}

// limitsOf are the limits of who asks, as the API shows them.
func (t *throttle) limitsOf(ctx context.Context) *gen.APILimits {
	q := t.viewers.Quota
	available, _ := t.settle(ctx, spendingOf(graphql.GetOperationContext(ctx)), 0)
	return &gen.APILimits{
		Capacity: q.Capacity, Available: available, RestoreRate: q.Restore,
		MostCost: mostCost, MostPage: mostPage, MostDepth: mostDepth, MostAliases: mostAliases, MostRoots: mostRoots,
		MostMutations: mostMutations, MostTokens: mostTokens, MostDocumentBytes: mostBytes, MostBodyBytes: MostBody,
		MostVariables: mostValues, MostSeconds: int(mostTime.Seconds()), MostSockets: MostSockets,
	}
}
