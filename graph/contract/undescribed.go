package main

import (
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// Undescribed lists every type, field, argument, input field and enum value without a sentence.
func Undescribed(schema *ast.Schema) []string {
	var out []string
	note := func(path, description string) {
		if description == "" {
			out = append(out, path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(schema.Types)) {
		d := schema.Types[name]
		if d.BuiltIn {
			continue
		}
		note(name, d.Description)
		for _, value := range d.EnumValues {
			note(name+"."+value.Name, value.Description)
		}
		for _, field := range d.Fields {
			if field.Position == nil || field.Position.Src.BuiltIn { // __schema and __type
				continue
			}
			note(name+"."+field.Name, field.Description)
			for _, argument := range field.Arguments {
				note(name+"."+field.Name+"#"+argument.Name, argument.Description)
			}
		}
	}
	return out
}
