// Package docs carries the manual of the API inside the binary, so that the app can show it. The rest of this folder is
// for people who read the source.
package docs

import _ "embed" // the manual

// API is the manual, as it is written for partners and phones.
//
//go:embed api.md
var API string
