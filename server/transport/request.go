package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ltc/fault"
)

// parameters are a request's, each as it was sent: a wrong type of one is told by its name.
type parameters struct {
	Query         json.RawMessage `json:"query"`
	DocumentID    json.RawMessage `json:"documentId"`
	OperationName json.RawMessage `json:"operationName"`
	Variables     json.RawMessage `json:"variables"`
	Extensions    json.RawMessage `json:"extensions"`
}

// parse reads a request's JSON: a body, or a subscribe message's payload.
//
// Errors: INVALID request.syntax, request.query, request.parameter.
func parse(body []byte) (*graphql.RawParams, error) {
	var in *parameters
	d := json.NewDecoder(bytes.NewReader(body))
	if d.Decode(&in) != nil || in == nil || !errors.Is(d.Decode(new(any)), io.EOF) {
		return nil, fault.Invalid("request.syntax", nil)
	}
	return in.params()
}

func (in *parameters) params() (*graphql.RawParams, error) {
	out := &graphql.RawParams{}
	var document *string
	var query *string
	for name, p := range map[string]struct {
		raw  json.RawMessage
		into any
	}{
		"query":         {in.Query, &query},
		"documentId":    {in.DocumentID, &document},
		"operationName": {in.OperationName, &out.OperationName},
		"variables":     {in.Variables, &out.Variables},
		"extensions":    {in.Extensions, &out.Extensions},
	} {
		if len(p.raw) > 0 && decode(p.raw, p.into) != nil {
			return nil, fault.Invalid("request.parameter", nil).At(name)
		}
	}
	if query == nil && document == nil {
		return nil, fault.Invalid("request.query", nil).At("query")
	}
	if query != nil {
		out.Query = *query
	}
	if document != nil {
		if out.Extensions == nil {
			out.Extensions = map[string]any{}
		}
		out.Extensions["documentId"] = *document
	}
	return out, nil
}

// decode keeps numbers as they were written: a big one loses nothing.
func decode(raw []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return d.Decode(into)
}

// inAddress reads the request of an EventSource, which can send nothing but an address.
func inAddress(q url.Values) (*graphql.RawParams, error) {
	var in parameters
	for name, into := range map[string]*json.RawMessage{
		"query": &in.Query, "documentId": &in.DocumentID, "operationName": &in.OperationName,
	} {
		if q.Has(name) {
			*into, _ = json.Marshal(q.Get(name)) // a text
		}
	}
	for name, into := range map[string]*json.RawMessage{"variables": &in.Variables, "extensions": &in.Extensions} {
		if v := q.Get(name); v != "" {
			if !json.Valid([]byte(v)) {
				return nil, fault.Invalid("request.parameter", nil).At(name)
			}
			*into = json.RawMessage(v)
		}
	}
	return in.params()
}

// read reads a request's body and parses it.
//
// Errors: as parse; LIMIT_EXCEEDED request.too_large.
func read(r *http.Request) (*graphql.RawParams, error) {
	body, err := io.ReadAll(r.Body)
	if tooLarge(err) {
		return nil, fault.New(fault.CodeLimitExceeded, "request.too_large")
	}
	if err != nil {
		return nil, fault.Invalid("request.syntax", nil).Because(err)
	}
	return parse(body)
}
