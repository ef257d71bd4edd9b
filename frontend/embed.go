// Package frontend carries the built web app inside the binary.
// It knows nothing of HTTP: what is served, compressed and cached how, is the server's matter.
package frontend

import (
	"embed"
	"io/fs"
)

// dist always holds .gitkeep, so that the module builds before the app was built.
//
//go:embed all:dist
var dist embed.FS

// Dist answers the files of the built app: index.html, assets/* (hashed) and, beside each text file, its .br and .gz.
// Without a built app it holds no index.html.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name above is a constant of this file
	}
	return sub
}
