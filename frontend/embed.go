// Package frontend carries the built web app inside the binary, and the documents that it asks the API for.
// It knows nothing of HTTP: what is served, compressed and cached how, is the server's matter.
package frontend

import (
	"embed"
	"encoding/json"
	"io/fs"
)

// dist always holds .gitkeep, so that the module builds before the app was built.
//
//go:embed all:dist
var dist embed.FS

// documents is what `make generate` finds in the app's sources.
//
//go:embed src/gql/documents.json
var documents []byte

// Dist answers the files of the built app: index.html, assets/* (hashed) and, beside each text file, its .br and .gz.
// Without a built app it holds no index.html.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name above is a constant of this file
	}
	return sub
}

// Documents are the app's own operations, by the ids that a built app sends in their place.
func Documents() map[string]string {
	var out map[string]string
	if err := json.Unmarshal(documents, &out); err != nil {
		panic(err) // the file was generated, and is checked with what it was generated from
	}
	return out
}
