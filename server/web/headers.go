package web

import "net/http"

// policy is what the app's page may load: its own files only.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; manifest-src 'self'"

// headers sends with every answer what keeps a browser safe.
func headers(secure bool, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d := w.Header()
		d.Set("Content-Security-Policy", policy)
		d.Set("X-Content-Type-Options", "nosniff")
		d.Set("Referrer-Policy", "same-origin")
		d.Set("Cross-Origin-Opener-Policy", "same-origin")
		d.Set("X-Frame-Options", "DENY")
		d.Set("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
		if secure {
			d.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		d.Set("Cache-Control", "no-store") // the app's files say otherwise
		h.ServeHTTP(w, r)
	})
}
