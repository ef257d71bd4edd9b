package sales

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

func TestGuardsOfAnOpportunity(t *testing.T) {
	tests := map[string]struct {
		guard string
		facts OpportunityFacts
		rule  string // "" means open
	}{
		"a solution is for somebody":              {"account", OpportunityFacts{}, "opportunity.needs_account"},
		"an account is enough for it":             {"account", OpportunityFacts{HasAccount: true}, ""},
		"a proposal has an amount":                {"priced", OpportunityFacts{HasAccount: true}, "opportunity.needs_amount"},
		"one cent is an amount":                   {"priced", OpportunityFacts{AmountMinor: 1}, ""},
		"an accepted quote wins":                  {"promised", OpportunityFacts{QuoteAccepted: true}, ""},
		"a signed contract wins":                  {"promised", OpportunityFacts{ContractSigned: true}, ""},
		"an amount is not a yes":                  {"promised", OpportunityFacts{AmountMinor: 1, HasAccount: true}, "opportunity.won_needs_promise"},
		"an accepted quote is not lost":           {"unpromised", OpportunityFacts{QuoteAccepted: true}, "opportunity.promise_stands"},
		"nor is an open order":                    {"unpromised", OpportunityFacts{OrderOpen: true}, "opportunity.promise_stands"},
		"hope alone may be lost":                  {"unpromised", OpportunityFacts{AmountMinor: 1, HasAccount: true}, ""},
		"an accepted quote may be talked about":   {"unbound", OpportunityFacts{QuoteAccepted: true}, ""},
		"a signed contract may not":               {"unbound", OpportunityFacts{ContractSigned: true}, "opportunity.contract_stands"},
		"nor may an order":                        {"unbound", OpportunityFacts{OrderOpen: true}, "opportunity.contract_stands"},
		"a signed contract is not lost by itself": {"unpromised", OpportunityFacts{ContractSigned: true}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := ruleOf(opportunityGuards[tt.guard](tt.facts, nil)); got != tt.rule {
				t.Errorf("rule = %q, want %q", got, tt.rule)
			}
		})
	}
}

func TestGuardsOfAQuoteVersion(t *testing.T) {
	day := func(d int) worktime.Date { return worktime.NewDate(2026, 3, d) }
	tests := map[string]struct {
		guard string
		facts QuoteFacts
		rule  string
	}{
		"without a line nothing is offered":   {"lines", QuoteFacts{GrossMinor: 1}, "quote.needs_lines"},
		"free goods alone are no offer":       {"lines", QuoteFacts{Lines: 2}, "quote.needs_total"},
		"one line that costs is one":          {"lines", QuoteFacts{Lines: 1, GrossMinor: 1}, ""},
		"the last day is valid":               {"valid", QuoteFacts{ValidUntil: day(2), Today: day(2)}, ""},
		"the day after is not":                {"valid", QuoteFacts{ValidUntil: day(2), Today: day(3)}, "quote.expired"},
		"a prospect may accept":               {"account_free", QuoteFacts{Account: stage.Prospect}, ""},
		"a customer may accept":               {"account_free", QuoteFacts{Account: stage.Customer}, ""},
		"an account on hold may not":          {"account_free", QuoteFacts{Account: stage.OnHold}, "account.on_hold"},
		"nor may one that is blacklisted":     {"account_free", QuoteFacts{Account: stage.Blacklisted}, "account.blacklisted"},
		"one that is dormant wakes by buying": {"account_free", QuoteFacts{Account: stage.Dormant}, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := ruleOf(quoteGuards[tt.guard](tt.facts, nil)); got != tt.rule {
				t.Errorf("rule = %q, want %q", got, tt.rule)
			}
		})
	}
}

func TestAProspectBecomesACustomerByBuyingOnly(t *testing.T) {
	bought := accountGuards["bought"]
	if got := ruleOf(bought(AccountFacts{}, nil)); got != "account.not_bought_yet" {
		t.Errorf("rule = %q", got)
	}
	if refusal := bought(AccountFacts{Bought: true}, nil); refusal != nil {
		t.Errorf("refused: %v", refusal)
	}
}

// ruleOf keeps a guard's nil from becoming an error that is none.
func ruleOf(refusal *fault.Error) string {
	if refusal == nil {
		return ""
	}
	return refusal.Rule
}
