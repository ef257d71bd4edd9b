// Package graph is the API: each query one read, each mutation one verb and then one read. It decides nothing; what may
// happen is said in ltc, and what is seen in graph/read.
package graph

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	mostTime   = 10 * time.Second
	mostErrors = 5 // in one answer
)

// New makes the API without a transport. Whoever serves it puts a call.Call into the context of each operation: who
// asks, and when; without one nobody asks, and every field answers UNAUTHENTICATED.
//
// The quota is what each may spend, UsualQuota without one.
func New(st *store.Store, feed *flow.Feed, log *slog.Logger, quota ...Quota) *handler.Server {
	r := &root{st: st, feed: feed, log: log, throttle: newThrottle(append(quota, UsualQuota)[0])}
	schema := gen.NewExecutableSchema(gen.Config{Resolvers: r})
	r.schema = schema
	r.veils = veilsOf(schema.Schema())
	r.compiler = read.NewCompiler(st, schema.Schema(), r, r.veils)
	s := handler.New(schema)
	s.SetParserTokenLimit(mostTokens)
	s.SetDisableSuggestion(true)
	s.SetValidationRulesFn(fewProblems)
	documents := smallDocuments{lru.New[*ast.QueryDocument](1000)}
	s.SetQueryCache(documents)
	s.SetErrorPresenter(present(log))
	s.SetRecoverFunc(recovered(log))
	s.Use(&limits{schema.Schema(), documents, r.throttle})
	s.AroundOperations(inTime)
	s.AroundOperations(r.following)
	s.AroundOperations(r.together)
	s.AroundResponses(r.throttle.told)
	s.AroundResponses(fewErrors)
	s.AroundRootFields(r.left)
	s.AroundFields(r.asCaller)
	s.AroundFields(r.veils.around)
	s.AroundFields(r.answered)
	return s
}

// inTime ends a query or a mutation that takes too long; a subscription lives as long as its client.
func inTime(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	ctx, cancel := context.WithTimeout(ctx, mostTime)
	answer := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		defer cancel()
		return answer(ctx)
	}
}

// together lets the root fields of a query be read by one statement.
func (r *root) together(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(r.compiler.Gathering(ctx))
}

// fewErrors keeps an answer from being longer than its question.
func fewErrors(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	r := next(ctx)
	if r != nil && len(r.Errors) > mostErrors {
		r.Errors = r.Errors[:mostErrors]
	}
	return r
}

// smallDocuments is a cache that no large document can fill.
type smallDocuments struct {
	graphql.Cache[*ast.QueryDocument]
}

// Add keeps a document of at most 8 kB.
func (c smallDocuments) Add(ctx context.Context, text string, d *ast.QueryDocument) {
	if len(text) <= 8<<10 {
		c.Cache.Add(ctx, text, d)
	}
}

// recovered logs a panic with its stack; the caller hears INTERNAL.
func recovered(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, panicked any) error {
		log.ErrorContext(ctx, "a resolver panicked", "panic", fmt.Sprint(panicked), "stack", string(debug.Stack()))
		return fmt.Errorf("panic: %v", panicked)
	}
}
