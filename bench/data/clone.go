package data

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"
	"time"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/sales"
)

// party is an account of the set, with what its deals repeat of it.
type party struct {
	id       string
	name     string
	contacts [contactsEach]string
	people   [contactsEach]string
	seller   int
}

// unit is one deal, or one account, that is cloned.
type unit struct {
	n       int // its number in the set: all that is random in it follows from this and the seed
	of      *template
	weeks   int // how far it lies before its pattern
	account *party
}

// numbers are the counters of the series while the set is written.
type numbers struct {
	series   [len(seriesNames)]int64
	invoices map[int]int64 // by year
	changes  int64
}

var seriesNames = [...]string{"LD", "AC", "OP", "QT", "CT", "SO", "DN", "AP", "DR", "RC", "JN"}

// cloner turns units into rows.
type cloner struct {
	seed    uint64
	cast    [castSize][]person
	numbers *numbers
}

// clone is a unit while its rows are made.
type clone struct {
	*cloner
	unit
	hash  uint64
	shift time.Duration
	ids   []string
}

func (c *cloner) begin(u unit) *clone {
	k := &clone{cloner: c, unit: u, hash: mix(c.seed ^ uint64(u.n)<<1), shift: -time.Duration(u.weeks) * 7 * 24 * time.Hour}
	k.ids = make([]string, len(u.of.ids))
	for i := range k.ids {
		k.ids[i] = k.id(i)
	}
	return k
}

// id is the id of the clone's record with this place.
func (k *clone) id(i int) string {
	a := mix(k.hash + uint64(i)*0x632be59bd9b4e019)
	var r [16]byte
	binary.BigEndian.PutUint64(r[:8], a)
	binary.BigEndian.PutUint64(r[8:], mix(a))
	return id.New(k.of.kinds[i], k.of.made[i].Add(k.shift), [10]byte(r[:10]))
}

// row is the clone of one row.
func (k *clone) row(r *row) []any {
	out := make([]any, len(r.ops))
	for i := range r.ops {
		out[i] = k.value(r, &r.ops[i])
	}
	return out
}

func (k *clone) value(r *row, o *op) any {
	switch o.kind {
	case opKeep:
		return o.value
	case opID:
		return k.ids[o.n]
	case opInstant:
		return o.value.(time.Time).Add(k.shift)
	case opDate:
		return o.value.(time.Time).AddDate(0, 0, -7*k.weeks).Format(time.DateOnly)
	case opChange:
		k.numbers.changes++
		return k.numbers.changes
	case opNumber:
		k.numbers.series[o.n]++
		return fmt.Sprintf("%s-%d-%06d", seriesNames[o.n], r.at.Add(k.shift).Year(), k.numbers.series[o.n])
	case opInvoiceNumber:
		year := r.at.Add(k.shift).Year()
		k.numbers.invoices[year]++
		return fmt.Sprintf("INV-%d-%06d", year, k.numbers.invoices[year])
	default:
		return k.text(o)
	}
}

func (k *clone) text(o *op) string {
	switch o.kind {
	case opUser, opDepartment:
		p := k.person(o.n)
		if o.kind == opUser {
			return p.id
		}
		return p.department
	case opID:
		return k.ids[o.n]
	case opCorrelation:
		h := fnv.New64a()
		_, _ = h.Write([]byte(o.value.(string)))
		return fmt.Sprintf("bench-%x", mix(k.hash^h.Sum64()))
	case opJSON:
		var b strings.Builder
		for _, p := range o.parts {
			if p.op != nil {
				b.WriteString(k.text(p.op))
			} else {
				b.WriteString(p.literal)
			}
		}
		return b.String()
	case opReference:
		return fmt.Sprintf("ICBC%010d-%d", k.n, o.n+1)
	default:
		return k.word(o)
	}
}

// word is what the clone is called where the pattern was called something.
func (k *clone) word(o *op) string {
	switch o.kind {
	case opAccount:
		return k.account.id
	case opAccountName:
		return k.accountName()
	case opAccountKey:
		return sales.NameKey(k.accountName())
	case opContact:
		return k.account.contacts[o.n]
	case opContactName:
		return k.account.people[o.n]
	case opContactPhone, opPhone:
		return phone(mix(k.hash + uint64(o.n)))
	case opContactEmail, opEmail:
		return fmt.Sprintf("c%d-%d@customer.example", k.n, o.n)
	case opNeed:
		return need(mix(k.hash+1), k.n)
	case opPerson:
		return fullName(k.hash)
	}
	panic(fmt.Sprintf("data: nothing says how to clone %d", o.kind))
}

func (k *clone) accountName() string {
	if k.account != nil {
		return k.account.name
	}
	return firm(mix(k.hash+2), k.n)
}

// person is who plays a part: the account's seller, else anybody of the department.
func (k *clone) person(n int) person {
	all := k.cast[n]
	if n == castSeller && k.account != nil {
		return all[k.account.seller]
	}
	return all[mix(k.hash+uint64(n)+7)%uint64(len(all))]
}
