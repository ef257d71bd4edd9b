// Command contract keeps the API's promise: it composes schema.graphql from graph/schema, says what would break for
// those who use graph/accepted.graphql today, and writes down when a break was accepted, and why.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// The files of the contract, seen from the root of the project.
const (
	parts    = "graph/schema"
	composed = "schema.graphql"
	accepted = "graph/accepted.graphql"
	changes  = "docs/contract-changes.md"
)

var cli struct {
	Compose struct{} `cmd:"" help:"Write schema.graphql from graph/schema."`
	Check   struct{} `cmd:"" help:"List what would break for those who use the accepted contract."`
	Accept  struct {
		Why string `required:"" help:"Why users have to change, in a sentence."`
	} `cmd:"" help:"Make schema.graphql the accepted contract."`
}

func main() {
	ctx := kong.Parse(&cli, kong.Name("contract"))
	var err error
	switch ctx.Command() {
	case "compose":
		err = compose(".")
	case "check":
		err = check(".")
	case "accept":
		err = accept(".", time.Now(), cli.Accept.Why)
	}
	ctx.FatalIfErrorf(err)
}

// compose writes the contract, its parts in the order of their names.
func compose(root string) error {
	text, err := composition(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, composed), []byte(text), 0o644)
}

func composition(root string) (string, error) {
	files, err := filepath.Glob(filepath.Join(root, parts, "*.graphql")) // sorted
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString("# Code generated from " + parts + " by `make generate`. DO NOT EDIT.\n")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&out, "\n# %s/%s\n\n%s\n", parts, filepath.Base(file), strings.TrimSpace(string(text)))
	}
	_, err = gqlparser.LoadSchema(&ast.Source{Name: parts, Input: out.String()})
	return out.String(), err
}

// check is an error that lists the breaks, one a line.
func check(root string) error {
	list, err := breaks(root)
	if err != nil || len(list) == 0 {
		return err
	}
	return errors.New("the API would break for those who use it; mend it, or run `make accept-contract why=...`:\n  " +
		strings.Join(list, "\n  "))
}

// accept takes schema.graphql as what users may rely on from now on, and appends to the list of changes.
func accept(root string, now time.Time, why string) error {
	if strings.TrimSpace(why) == "" {
		return errors.New("say why: make accept-contract why=\"...\"")
	}
	list, err := breaks(root)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	text, err := os.ReadFile(filepath.Join(root, composed))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(root, accepted), text, 0o644); err != nil {
		return err
	}
	return record(filepath.Join(root, changes), entry(now, why, list))
}

func entry(now time.Time, why string, list []string) string {
	what := "nothing breaks"
	if len(list) > 0 {
		what = strings.Join(list, "; ")
	}
	return fmt.Sprintf("- %s: %s (%s)\n", now.UTC().Format(time.DateOnly), strings.TrimSpace(why), what)
}

func record(path, line string) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		text, err = []byte("# Changes of the contract\n\nWhat users of the API had to change, newest last.\n\n"), os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, line...), 0o644)
}

// breaks compares the composed contract with the accepted one.
func breaks(root string) ([]string, error) {
	old, err := load(filepath.Join(root, accepted))
	if err != nil {
		return nil, err
	}
	now, err := load(filepath.Join(root, composed))
	if err != nil {
		return nil, err
	}
	return Breaking(old, now), nil
}

func load(path string) (*ast.Schema, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return gqlparser.LoadSchema(&ast.Source{Name: path, Input: string(text)})
}
