package transport

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ltc/fault"
)

// refused is the answer to a request that did not come as far as an operation. It takes the way of all errors, so that
// it looks like them and bears the same extensions.
func refused(ctx context.Context, exec graphql.GraphExecutor, r *http.Request, err error) *graphql.Response {
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{Headers: r.Header, RecoverFunc: graphql.DefaultRecover})
	return exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})
}

// encoded is an answer's JSON. `data` is in it where something was executed, and only there; its bytes are taken as
// they are, for they are JSON and may be long.
func encoded(r *graphql.Response) []byte {
	return appended(make([]byte, 0, len(r.Data)+len(`{"data":}`)), r)
}

// appended is what stands before an answer, and the answer's JSON.
func appended(b []byte, r *graphql.Response) []byte {
	begin := len(b)
	part := func(name string, raw []byte) {
		b = append(append(append(append(b, ','), '"'), name...), `":`...)
		b = append(b, raw...)
	}
	if len(r.Errors) > 0 {
		part("errors", marshalled(r.Errors))
	}
	if r.Data != nil {
		part("data", r.Data)
	}
	if len(r.Extensions) > 0 {
		part("extensions", marshalled(r.Extensions))
	}
	if len(b) == begin {
		return append(b, "{}"...)
	}
	b[begin] = '{'
	return append(b, '}')
}

func marshalled(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // the server answers INTERNAL
	}
	return b
}

// reply sends an answer as JSON.
func (o *Options) reply(w http.ResponseWriter, media string, status int, r *graphql.Response) {
	if media == "" {
		media = plainJSON
	}
	if wait, ok := retryAfter(r.Errors); ok {
		w.Header().Set("Retry-After", strconv.Itoa(wait))
	}
	body := encoded(r)
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone reads nothing
}

// statuses of what was refused before it ran; 400 for all others.
var statuses = map[fault.Code]int{
	fault.CodeThrottled:       http.StatusTooManyRequests,
	fault.CodeUnavailable:     http.StatusServiceUnavailable,
	fault.CodeUnauthenticated: http.StatusUnauthorized,
	fault.CodeStorageFull:     http.StatusInsufficientStorage,
	fault.CodeInternal:        http.StatusInternalServerError,
}

// statusOf is an answer's status. By application/json a request that was understood is 200, whatever became of it.
func statusOf(media string, r *graphql.Response) int {
	if media != responseJSON {
		return http.StatusOK
	}
	if r.Data != nil && string(r.Data) != "null" {
		return http.StatusOK
	}
	for _, e := range r.Errors {
		switch code := codeOf(e); {
		case r.Data == nil && statuses[code] != 0:
			return statuses[code]
		case code == fault.CodeUnavailable, code == fault.CodeUnauthenticated: // nothing came of it
			return statuses[code]
		}
	}
	if r.Data == nil {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

func codeOf(e *gqlerror.Error) fault.Code {
	switch code := e.Extensions["code"].(type) {
	case string:
		return fault.Code(code)
	case fault.Code:
		return code
	}
	return ""
}

// retryAfter is how many seconds a client should wait, where one of the errors will go by itself.
func retryAfter(errs gqlerror.List) (seconds int, ok bool) {
	for _, e := range errs {
		if code := codeOf(e); code != fault.CodeThrottled && code != fault.CodeUnavailable {
			continue
		}
		seconds, ok = max(seconds, 1), true
		params, _ := e.Extensions["params"].(map[string]any)
		switch wait := params["retryAfter"].(type) {
		case int:
			seconds = max(seconds, wait)
		case int64:
			seconds = max(seconds, int(wait))
		case float64:
			seconds = max(seconds, int(math.Ceil(wait)))
		}
	}
	return seconds, ok
}

func tooLarge(err error) bool {
	_, ok := errors.AsType[*http.MaxBytesError](err)
	return ok
}
