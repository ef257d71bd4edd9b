// Package ent holds the model: schema says what exists, db is generated from it, migrate brings databases up to it.
package ent

//go:generate go run -mod=mod entc.go
