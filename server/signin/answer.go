package signin

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/leadtocash/ltc/ltc/fault"
)

// statuses are the HTTP statuses of the refusals that the desk and its neighbours make.
var statuses = map[fault.Code]int{
	fault.CodeUnauthenticated: http.StatusUnauthorized,
	fault.CodeForbidden:       http.StatusForbidden,
	fault.CodeNotFound:        http.StatusNotFound,
	fault.CodeConflict:        http.StatusConflict,
	fault.CodeThrottled:       http.StatusTooManyRequests,
	fault.CodeInvalid:         http.StatusBadRequest,
	fault.CodeUnavailable:     http.StatusServiceUnavailable,
	fault.CodeStorageFull:     http.StatusInsufficientStorage,
}

// refuse answers a refusal in both forms: for the sign-in page and for a GraphQL client.
func refuse(w http.ResponseWriter, err error) {
	f := fault.Of(err)
	if f == nil {
		f = fault.New(fault.CodeInternal, "server.internal")
	}
	status := statuses[f.Code]
	if status == 0 {
		status = http.StatusInternalServerError
	}
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	answer(w, status, map[string]any{
		"error":  f.Extensions(),
		"errors": []any{map[string]any{"message": f.Error(), "extensions": f.Extensions()}},
	})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a client that is gone reads nothing
}

// taken reads a request's JSON into in, or refuses it.
func taken(w http.ResponseWriter, r *http.Request, in any) bool {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") || json.NewDecoder(r.Body).Decode(in) != nil {
		refuse(w, fault.Invalid("signin.malformed", nil))
		return false
	}
	return true
}
