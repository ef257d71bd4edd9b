package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// Breaking lists what makes an operation or a program that is right today wrong tomorrow, a sentence each, in order of
// type and field. What is added breaks nobody, unless it must be sent.
func Breaking(old, now *ast.Schema) []string {
	var b breakage
	for _, name := range slices.Sorted(maps.Keys(old.Types)) {
		if was := old.Types[name]; !was.BuiltIn {
			b.definition(was, now.Types[name])
		}
	}
	return b
}

type breakage []string

func (b *breakage) add(format string, args ...any) { *b = append(*b, fmt.Sprintf(format, args...)) }

func (b *breakage) definition(was, is *ast.Definition) {
	switch {
	case is == nil:
		b.add("type %s is gone", was.Name)
		return
	case is.Kind != was.Kind:
		b.add("type %s was %s and is %s", was.Name, was.Kind, is.Kind)
		return
	}
	b.gone(was.Name, "interface", was.Interfaces, is.Interfaces)
	b.gone(was.Name, "member", was.Types, is.Types)
	b.gone(was.Name, "value", values(was), values(is))
	if was.Kind == ast.InputObject {
		b.inputs(was.Name+".", arguments(was.Fields), arguments(is.Fields))
		return
	}
	b.fields(was, is)
}

func (b *breakage) gone(name, what string, was, is []string) {
	for _, one := range was {
		if !slices.Contains(is, one) {
			b.add("%s of %s is gone: %s", what, name, one)
		}
	}
}

func (b *breakage) fields(was, is *ast.Definition) {
	for _, old := range was.Fields {
		path := was.Name + "." + old.Name
		field := is.Fields.ForName(old.Name)
		if field == nil {
			b.add("field %s is gone", path)
			continue
		}
		if !field.Type.IsCompatible(old.Type) { // what comes out may promise more, never less
			b.add("field %s was %s and is %s", path, old.Type, field.Type)
		}
		b.inputs(path+"#", old.Arguments, field.Arguments)
	}
}

// inputs compares what may be sent: it may be asked for less, never for more.
func (b *breakage) inputs(path string, was, is ast.ArgumentDefinitionList) {
	for _, old := range was {
		input := is.ForName(old.Name)
		switch {
		case input == nil:
			b.add("input %s%s is gone", path, old.Name)
		case !old.Type.IsCompatible(input.Type):
			b.add("input %s%s was %s and is %s", path, old.Name, old.Type, input.Type)
		case required(input) && !required(old):
			b.add("input %s%s has become required", path, old.Name)
		}
	}
	for _, input := range is {
		if was.ForName(input.Name) == nil && required(input) {
			b.add("input %s%s is new and required", path, input.Name)
		}
	}
}

func required(input *ast.ArgumentDefinition) bool {
	return input.Type.NonNull && input.DefaultValue == nil
}

// arguments sees the fields of an input object as what they are.
func arguments(fields ast.FieldList) ast.ArgumentDefinitionList {
	out := make(ast.ArgumentDefinitionList, len(fields))
	for i, f := range fields {
		out[i] = &ast.ArgumentDefinition{Name: f.Name, Type: f.Type, DefaultValue: f.DefaultValue, Description: f.Description}
	}
	return out
}

func values(d *ast.Definition) []string {
	out := make([]string, len(d.EnumValues))
	for i, v := range d.EnumValues {
		out[i] = v.Name
	}
	return out
}
