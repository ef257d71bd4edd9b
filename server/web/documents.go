package web

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
)

// prepare sees a request before it is parsed.
type prepare = func(context.Context, *graphql.RawParams) *gqlerror.Error

// trusted replaces a request's documentId by the document of that name, which the app was built with. Who comes with a
// cookie, or as nobody, sends no other document: what a page of ours never asks, no stolen cookie asks either. A token
// may, and so may everybody in development.
func trusted(documents map[string]string, development bool) prepare {
	if documents == nil {
		return nil
	}
	return func(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
		name, given := p.Extensions["documentId"].(string)
		switch text, known := documents[name]; {
		case known:
			p.Query = text
			return nil
		case given:
			return gqlerror.Wrap(fault.Invalid("document.unknown", nil).At("documentId"))
		case development, call.From(ctx).Viewer.Kind == call.ByToken:
			return nil
		}
		return gqlerror.Wrap(fault.New(fault.CodeForbidden, "document.untrusted"))
	}
}
