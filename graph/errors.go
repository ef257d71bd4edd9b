package graph

import (
	"context"
	"errors"
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// present shows a refusal as it is: its code, rule, parameters, fields and help, with a message in English for
// developers. What is wrong with the operation itself is INVALID, with gqlgen's own words. All else is INTERNAL: the
// caller gets an id, the log gets the cause with it.
func present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		out := graphql.DefaultErrorPresenter(ctx, err)
		if f := fault.Of(store.Translate(err)); f != nil {
			if cause := errors.Unwrap(f); cause != nil && serious(f.Code) {
				log.WarnContext(ctx, "the API refused", "code", f.Code, "path", out.Path.String(), "cause", cause)
			}
			return shown(out, f)
		}
		if out.Unwrap() == nil {
			return malformed(out)
		}
		f := fault.New(fault.CodeInternal, "server.internal").With("request", call.From(ctx).Correlation)
		log.ErrorContext(ctx, "a resolver failed", "path", out.Path.String(), "err", err)
		return shown(out, f)
	}
}

// What is wrong with an operation is told before it runs: as status 400 or 422 over HTTP, as `error` over WebSocket.
func init() {
	errcode.RegisterErrorType(string(fault.CodeInvalid), errcode.KindProtocol)
	errcode.RegisterErrorType(string(fault.CodeLimitExceeded), errcode.KindProtocol)
	errcode.RegisterErrorType(string(fault.CodeThrottled), errcode.KindProtocol)
}

func shown(out *gqlerror.Error, f *fault.Error) *gqlerror.Error {
	return &gqlerror.Error{Message: f.Error(), Path: out.Path, Locations: out.Locations, Extensions: f.Extensions()}
}

// serious tells of which refusals the operator should know.
func serious(c fault.Code) bool { return c == fault.CodeStorageFull || c == fault.CodeUnavailable }

// malformed gives the errors of parsing and validation the one code that the contract has for them.
func malformed(out *gqlerror.Error) *gqlerror.Error {
	if _, ok := out.Extensions["rule"]; ok {
		return out
	}
	rule := "operation.invalid"
	if out.Extensions["code"] == errcode.ParseFailed {
		rule = "operation.syntax"
	}
	out.Extensions = map[string]any{"code": string(fault.CodeInvalid), "rule": rule}
	return out
}
