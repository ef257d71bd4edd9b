package web

import (
	"crypto/subtle"
	"net/http"

	"github.com/leadtocash/ltc/server/signin"
)

// operators lets a page be seen from this machine, and with the operators' token; to all others it is not there.
func operators(who *signin.Desk, token string, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := r.Header.Get("Authorization")
		named := token != "" && subtle.ConstantTimeCompare([]byte(given), []byte("Bearer "+token)) == 1
		if !named && !who.Local(r) {
			http.NotFound(w, r)
			return
		}
		h.ServeHTTP(w, r)
	})
}
