package read

import "context"

type overhearKey struct{}

// Overhear is a context whose compiled reads tell each statement and its arguments before it runs.
func Overhear(ctx context.Context, told func(query string, args []any)) context.Context {
	return context.WithValue(ctx, overhearKey{}, told)
}

func overheard(ctx context.Context, query string, args []any) {
	if told, ok := ctx.Value(overhearKey{}).(func(string, []any)); ok {
		told(query, args)
	}
}
