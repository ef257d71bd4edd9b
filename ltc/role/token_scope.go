package role

import (
	"slices"
	"sync"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// TokenScope is a part of its person's rights that a token may use. Scopes add up; without any a token may all.
type TokenScope string

// The scopes. Reading is in every one of them; only Administration reaches what no department's role has.
const (
	Read           TokenScope = "READ"
	Write          TokenScope = "WRITE"
	ReadMarketing  TokenScope = "READ_MARKETING"
	WriteMarketing TokenScope = "WRITE_MARKETING"
	ReadSales      TokenScope = "READ_SALES"
	WriteSales     TokenScope = "WRITE_SALES"
	ReadLegal      TokenScope = "READ_LEGAL"
	WriteLegal     TokenScope = "WRITE_LEGAL"
	ReadDelivery   TokenScope = "READ_DELIVERY"
	WriteDelivery  TokenScope = "WRITE_DELIVERY"
	ReadFinance    TokenScope = "READ_FINANCE"
	WriteFinance   TokenScope = "WRITE_FINANCE"
	ReadCare       TokenScope = "READ_CARE"
	WriteCare      TokenScope = "WRITE_CARE"
	Administration TokenScope = "ADMINISTER"
)

// TokenScopes are all scopes, the widest of each kind first.
func TokenScopes() []TokenScope {
	return []TokenScope{
		Read, Write, ReadMarketing, WriteMarketing, ReadSales, WriteSales, ReadLegal, WriteLegal, ReadDelivery,
		WriteDelivery, ReadFinance, WriteFinance, ReadCare, WriteCare, Administration,
	}
}

// reading and writing are the scopes of each department.
var (
	reading = map[stage.Department]TokenScope{
		stage.Marketing: ReadMarketing, stage.Sales: ReadSales, stage.Legal: ReadLegal, stage.Delivery: ReadDelivery,
		stage.Finance: ReadFinance, stage.Care: ReadCare,
	}
	writing = map[stage.Department]TokenScope{
		stage.Marketing: WriteMarketing, stage.Sales: WriteSales, stage.Legal: WriteLegal, stage.Delivery: WriteDelivery,
		stage.Finance: WriteFinance, stage.Care: WriteCare,
	}
)

// worksWith are the kinds that a department's ready-made role reaches.
var worksWith = sync.OnceValue(func() map[stage.Department]map[id.Kind]bool {
	out := map[stage.Department]map[id.Kind]bool{}
	for _, b := range Builtins() {
		of := map[id.Kind]bool{}
		for kind := range b.Rights.Grants {
			of[kind] = true
		}
		out[stage.Department(b.Key)] = of
	}
	return out
})

// administrative tells of a verb that no department's ready-made role has.
func administrative(verb string) bool { return len(verbs[verb].Who) == 0 }

// administered are the kinds whose records administrators run.
var administered = []id.Kind{id.User, id.Department, id.Role}

// scopesOf are the scopes that allow a verb, the widest first.
func scopesOf(verb string) []TokenScope {
	if administrative(verb) {
		return []TokenScope{Administration}
	}
	out := []TokenScope{Write}
	for _, d := range verbs[verb].Who {
		out = append(out, writing[d])
	}
	return out
}

// scopesFor are the scopes in which records of a kind are read.
func scopesFor(kind id.Kind) []TokenScope {
	out := []TokenScope{Read, Write}
	for _, d := range stage.Departments() {
		if worksWith()[d][kind] {
			out = append(out, reading[d], writing[d])
		}
	}
	if slices.Contains(administered, kind) {
		out = append(out, Administration)
	}
	return out
}

// shared tells whether the lists have a scope in common.
func shared(a, b []TokenScope) bool {
	return slices.ContainsFunc(a, func(s TokenScope) bool { return slices.Contains(b, s) })
}

// Narrow are the rights that a token with the scopes has of its person's: never more. Without scopes they are whole.
// An administrator's are spelt out, so that each scope takes of them what it takes of anybody's.
func (r *Rights) Narrow(scopes []TokenScope) *Rights {
	if r == nil || len(scopes) == 0 {
		return r
	}
	n := &Rights{
		Auditor: r.Auditor && slices.Contains(scopes, Administration), boundless: r.boundless, whole: r, scopes: scopes,
		grants: map[id.Kind][]Grant{}, fields: r.fields, locked: r.locked,
	}
	for kind, grants := range r.spelt() {
		if !shared(scopesFor(kind), scopes) {
			continue
		}
		for _, g := range grants {
			g.Verbs = slices.DeleteFunc(slices.Clone(g.Verbs), func(verb string) bool { return !shared(scopesOf(verb), scopes) })
			n.grants[kind] = append(n.grants[kind], g)
		}
	}
	return n
}

// spelt are the grants; an administrator's are all rows and all verbs of every kind.
func (r *Rights) spelt() map[id.Kind][]Grant {
	if !r.Administrator {
		return r.grants
	}
	out := map[id.Kind][]Grant{}
	for kind, g := range everywhere(All) {
		for _, v := range Verbs() {
			if v.Kind == kind {
				g.Verbs = append(g.Verbs, v.Name)
			}
		}
		out[kind] = []Grant{g}
	}
	return out
}

// Reads tells whether the scopes of the rights let records of a kind be read at all; without scopes every kind.
func (r *Rights) Reads(kind id.Kind) bool {
	if r == nil || len(r.scopes) == 0 || !slices.Contains(Kinds(), kind) {
		return true
	}
	return shared(scopesFor(kind), r.scopes)
}

// Lacks are the scopes of which any would allow the verb, where their person may call it and the token may not.
func (r *Rights) Lacks(verb string) []TokenScope {
	if r == nil || r.whole == nil || r.Allows(verb) || !r.whole.Allows(verb) {
		return nil
	}
	return scopesOf(verb)
}

// ForOneself tells whether the scopes let the person's own affairs be changed: their profile, sessions and tokens.
func (r *Rights) ForOneself() bool {
	return r == nil || len(r.scopes) == 0 || slices.Contains(r.scopes, Write)
}

// Boundless tells whether transitions that name departments are open whatever one's own is, as to an administrator.
func (r *Rights) Boundless() bool { return r != nil && r.boundless }
