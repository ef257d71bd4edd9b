package web

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// assets serves the built app: hashed files for ever, index.html for every page's address, and a plain 404 for a
// missing /assets/*, so that a page of an old release notices that it is old.
func assets(app fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only to be read", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if info, err := fs.Stat(app, name); err == nil && !info.IsDir() {
			serveFile(w, r, app, name)
			return
		}
		if strings.HasPrefix(name, "assets/") || path.Ext(name) != "" {
			http.NotFound(w, r)
			return
		}
		if _, err := fs.Stat(app, "index.html"); err != nil {
			http.Error(w, "The app was not built into this binary: run `make build`. The API is at /graphql.", http.StatusNotFound)
			return
		}
		serveFile(w, r, app, "index.html")
	})
}

// encodings are how files lie beside their plain form, best first.
var encodings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

func serveFile(w http.ResponseWriter, r *http.Request, app fs.FS, name string) {
	w.Header().Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		w.Header().Set("Content-Type", t)
	}
	w.Header().Add("Vary", "Accept-Encoding")
	file := name
	for _, e := range encodings {
		if _, err := fs.Stat(app, name+e.suffix); err == nil && strings.Contains(r.Header.Get("Accept-Encoding"), e.name) {
			w.Header().Set("Content-Encoding", e.name)
			file = name + e.suffix
			break
		}
	}
	b, err := fs.ReadFile(app, file)
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(b))
}
