package data

import (
	"context"
	"fmt"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// recipe is a kind of deal: what happens in it, and how many there are in a set of a hundred thousand opportunities.
type recipe struct {
	name    string
	count   int
	begins  int   // weeks before now in which the pattern is played
	reaches int   // weeks over which the clones are spread further back
	party   buyer // with whom
	steps   []step
}

// buyer is what the account of a deal has to be.
type buyer int

const (
	nobody   buyer = iota // a lead without an account
	prospect              // any account
	client                // an account that has a contract
)

// variants is how often each recipe is played: amounts, products and contacts differ.
const variants = 6

// recipes of the set: 200,000 leads, 100,000 opportunities, 60,000 quotes, 25,000 contracts and orders, 50,000
// invoices, 45,000 payments.
var recipes = func() []recipe {
	qualified := []step{capture, assign, contact, convert}
	solved := append(qualified[:4:4], to("needs_confirmed"), to("solution"), to("proposal"), quote)
	talked := append(solved[:8:8], send, to("negotiation"))
	return []recipe{
		{"a new lead", 30_000, 2, 26, nobody, []step{capture}},
		{"a lead at work", 50_000, 3, 52, nobody, []step{capture, assign, contact}},
		{"a lead that ended", 25_000, 3, 150, nobody, []step{capture, assign, contact, disqualify}},
		{"a lead in the pool", 15_000, 3, 150, nobody, []step{capture, assign, contact, rest}},
		{"a discovery", 12_000, 4, 20, prospect, qualified},
		{"confirmed needs", 10_000, 4, 20, prospect, append(qualified[:4:4], to("needs_confirmed"))},
		{"a solution", 8_000, 5, 26, prospect, append(qualified[:4:4], to("needs_confirmed"), to("solution"))},
		{"on hold", 2_000, 5, 52, prospect, append(qualified[:4:4], to("on_hold"))},
		{"lost early", 8_000, 5, 150, prospect, append(qualified[:4:4], lose)},
		{"a proposal", 10_000, 6, 20, prospect, solved},
		{"a negotiation", 15_000, 6, 26, prospect, talked},
		{"lost on price", 10_000, 8, 150, prospect, append(talked[:10:10], lose)},
		{"won and paid", 5_000, 12, 140, client, append(talked[:10:10], sign, bill(100, 100))},
		{"again and paid", 7_000, 9, 140, client, []step{again, quote, send, sign, bill(100, 100)}},
		{"paid in part", 8_000, 9, 30, client, []step{again, quote, send, sign, bill(100, 60)}},
		{"partly due", 5_000, 9, 30, client, []step{again, quote, send, sign, bill(100, 0)}},
	}
}()

// The rest of the set.
const (
	accounts        = 20_000
	contactsEach    = 3
	prospectPattern = 0
	clientPattern   = 1
)

// pattern is a played deal and whose rows it wrote.
type pattern struct {
	recipe int
	play   *play
}

// phoneOf and emailOf are those of a pattern's contact.
func phoneOf(n, k int) string { return fmt.Sprintf("1380000%02d%02d", n, k) }
func emailOf(n, k int) string { return fmt.Sprintf("contact-%d-%d@bench.example", n, k) }

// customers makes the two accounts of the patterns, with their contacts.
func (c *company) customers(ctx context.Context) ([]customer, error) {
	var out []customer
	seller := c.staff[stage.Sales][0]
	for n := range 2 {
		as := c.call(ctx, seller.viewer, c.now.AddDate(0, 0, -7*13).AddDate(0, 0, n))
		cust := customer{name: fmt.Sprintf("原型客户 %d 有限公司", n+1)}
		region, industry := pick(cities, uint64(n)), "智能制造"
		var err error
		if cust.account, err = sales.CreateAccount(as, c.st, sales.CreateAccountInput{Name: cust.name, Region: &region, Industry: &industry}); err != nil {
			return nil, err
		}
		for k := range contactsEach {
			in := sales.CreateContactInput{Name: fmt.Sprintf("原型联系人 %d-%d", n, k), AccountID: &cust.account}
			phone, email := phoneOf(n, k), emailOf(n, k)
			in.Phone, in.Email = &phone, &email
			id, err := sales.CreateContact(as, c.st, in)
			if err != nil {
				return nil, err
			}
			cust.contacts, cust.people = append(cust.contacts, id), append(cust.people, in.Name)
		}
		out = append(out, cust)
	}
	return out, nil
}

// patterns plays each recipe some times and lets the readers of the log do what follows.
func (c *company) patterns(ctx context.Context, cs []customer) ([]pattern, error) {
	var out []pattern
	for i, r := range recipes {
		for range variants {
			cust := customer{}
			switch r.party {
			case prospect:
				cust = cs[prospectPattern]
			case client:
				cust = cs[clientPattern]
			}
			p := c.play(len(out), r.begins, cust)
			for n, s := range r.steps {
				if err := s(ctx, p); err != nil {
					return nil, fmt.Errorf("%s, step %d: %w", r.name, n+1, err)
				}
			}
			out = append(out, pattern{i, p})
		}
	}
	if err := flow.Drain(ctx, c.st); err != nil {
		return nil, err
	}
	return out, flow.RunDaily(c.call(ctx, c.staff[stage.Sales][0].viewer, c.now), c.st)
}
