package main

import (
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/postgres"
	atlas "ariga.io/atlas/sql/schema"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
)

// wrapped puts a CHECK like `(a) OR (b)` into one more pair of parentheses: Atlas takes the outer two for one pair and
// would write `CHECK (a) OR (b)`.
func wrapped(tables []*schema.Table) []*schema.Table {
	out := make([]*schema.Table, len(tables))
	for i, t := range tables {
		out[i] = t
		if t.Annotation == nil || len(t.Annotation.Checks) == 0 {
			continue
		}
		table, annotation := *t, *t.Annotation
		annotation.Checks = make(map[string]string, len(t.Annotation.Checks))
		for name, check := range t.Annotation.Checks {
			if strings.HasPrefix(check, "(") {
				check = "(" + check + ")"
			}
			annotation.Checks[name] = check
		}
		table.Annotation = &annotation
		out[i] = &table
	}
	return out
}

// indexed leaves an index of a form that only PostgreSQL has out of SQLite's tables, where it would become a tree over
// the whole text.
func indexed(kind string, tables []*schema.Table) []*schema.Table {
	if kind != dialect.SQLite {
		return tables
	}
	out := make([]*schema.Table, len(tables))
	for i, t := range tables {
		table := *t
		table.Indexes = slices.DeleteFunc(slices.Clone(t.Indexes), func(x *schema.Index) bool {
			return x.Annotation != nil && x.Annotation.Types[dialect.Postgres] != ""
		})
		out[i] = &table
	}
	return out
}

// samePredicates keeps the diff from rewriting partial indexes for ever: PostgreSQL spells `x IN ('a', 'b')` with casts,
// and spells that spelling with other casts.
func samePredicates(next schema.Differ) schema.Differ {
	return schema.DiffFunc(func(current, desired *atlas.Schema) ([]atlas.Change, error) {
		for _, table := range desired.Tables {
			was, ok := current.Table(table.Name)
			if !ok {
				continue
			}
			for _, index := range table.Indexes {
				if old, ok := was.Index(index.Name); ok {
					alignPredicate(old, index)
				}
			}
		}
		return next.Diff(current, desired)
	})
}

// alignPredicate gives both indexes the same text where they differ by casts and parentheses only.
func alignPredicate(old, wanted *atlas.Index) {
	was, is := predicate(old), predicate(wanted)
	if was != nil && is != nil && spelling.ReplaceAllString(was.P, "") == spelling.ReplaceAllString(is.P, "") {
		was.P = is.P
	}
}

func predicate(index *atlas.Index) *postgres.IndexPredicate {
	for _, attr := range index.Attrs {
		if p, ok := attr.(*postgres.IndexPredicate); ok {
			return p
		}
	}
	return nil
}

var spelling = regexp.MustCompile(`::[a-z ]+(\[\])?|[() ]`)
