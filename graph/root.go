package graph

import (
	"context"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/gen"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// root hands out the resolvers of each type.
type root struct {
	st       *store.Store
	feed     *flow.Feed
	log      *slog.Logger
	veils    veils
	compiler *read.Compiler
	throttle *throttle
	schema   graphql.ExecutableSchema
	tellings shared[tellingKey, *telling]
	crowd    crowd
	turns    turns
}

// Compiler is the API's compiler of reads without a database, for what can be told of the schema alone.
func Compiler() (*read.Compiler, *ast.Schema) {
	r := &root{}
	schema := gen.NewExecutableSchema(gen.Config{Resolvers: r}).Schema()
	return read.NewCompiler(nil, schema, r, veilsOf(schema)), schema
}

// answered lets a field of a query or a mutation answer with what was read for it in one statement, if it was: the
// resolver says which rows are asked and refuses what it refuses, the compiled read writes what it would have answered.
func (r *root) answered(ctx context.Context, next graphql.Resolver) (any, error) {
	switch graphql.GetFieldContext(ctx).Object {
	case "Subscription":
		return r.streamed(ctx, next)
	case "Query", "Mutation":
	default:
		return next(ctx)
	}
	ctx, a := r.compiler.Answering(ctx)
	defer a.End()
	got, err := next(ctx)
	if m := a.Answer(); m != nil && err == nil {
		return m, nil
	}
	return got, err
}

// left lets the other root fields of a query wait for this one no longer once it is resolved.
func (r *root) left(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	defer read.Leave(ctx)
	return next(ctx)
}

// The operations.
type (
	query        struct{ *root }
	mutation     struct{ *root }
	subscription struct{ *root }
)

func (r *root) Query() gen.QueryResolver               { return query{r} }
func (r *root) Mutation() gen.MutationResolver         { return mutation{r} }
func (r *root) Subscription() gen.SubscriptionResolver { return subscription{r} }

// staged are the computed fields of a record with a place in a process.
type staged[R read.Staged] struct{}

func (staged[R]) StageName(_ context.Context, r R) (*stage.Text, error) {
	return read.Figure[*stage.Text](r, "stageName")
}

func (staged[R]) AvailableTransitions(_ context.Context, r R) ([]*read.Transition, error) {
	return read.Figure[[]*read.Transition](r, "availableTransitions")
}

// billed are the computed fields of a record that is billed and paid.
type billed[R db.Node] struct{}

func (billed[R]) Invoiced(_ context.Context, r R) (*money.Amount, error) { return sum(r, "invoiced") }
func (billed[R]) Paid(_ context.Context, r R) (*money.Amount, error)     { return sum(r, "paid") }

// sum is a computed amount of a record.
func sum(r db.Node, name string) (*money.Amount, error) { return read.Figure[*money.Amount](r, name) }

// some is a value that may be empty, which the API shows as null.
func some[T ~string](v T) *T {
	if v == "" {
		return nil
	}
	return &v
}

func pageOf(first *int, after *string, last *int, before *string) read.Page {
	return read.Page{First: first, Last: last, After: after, Before: before}
}
