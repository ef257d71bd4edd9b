package role

import (
	"encoding/json"

	"github.com/leadtocash/ltc/ltc/id"
)

// Fingerprint tells rights apart: those with the same one let see and do the same. The same rights may have two, where
// their roles were added up in another order.
func (r *Rights) Fingerprint() string {
	if r == nil {
		return ""
	}
	b, err := json.Marshal(struct {
		Administrator, Auditor, Boundless bool
		Grants                            map[id.Kind][]Grant
		Fields                            map[id.Kind]map[string]Sight
		Locked                            map[id.Kind]map[string]bool
		Scopes                            []TokenScope
		Whole                             string
	}{r.Administrator, r.Auditor, r.boundless, r.grants, r.fields, r.locked, r.scopes, r.whole.Fingerprint()})
	if err != nil {
		panic(err) // there is nothing in it that JSON cannot say
	}
	return string(b)
}
