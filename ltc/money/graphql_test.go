package money_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/money"
)

// gqlgen takes these types for scalars by their methods.
var (
	_ graphql.Marshaler   = money.Quantity(0)
	_ graphql.Marshaler   = money.Price(0)
	_ graphql.Marshaler   = money.Rate(0)
	_ graphql.Unmarshaler = new(money.Quantity)
	_ graphql.Unmarshaler = new(money.Price)
	_ graphql.Unmarshaler = new(money.Rate)
)

func TestTheAPIWritesQuotedDecimals(t *testing.T) {
	for want, m := range map[string]graphql.Marshaler{
		`"1.5"`:    money.Quantity(1_500_000),
		`"0.0035"`: money.Price(3_500),
		`"13"`:     money.Rate(130_000),
	} {
		var got strings.Builder
		m.MarshalGQL(&got)
		if got.String() != want {
			t.Errorf("got %s, want %s", got.String(), want)
		}
	}
}

func TestTheAPIReadsDecimalsAndNeverAFloat(t *testing.T) {
	tests := map[string]struct {
		value any
		want  money.Quantity
		rule  string
	}{
		"text":                      {"1.5", 1_500_000, ""},
		"a number of the variables": {json.Number("1.5"), 1_500_000, ""},
		"a whole number":            {2, 2_000_000, ""},
		"a long whole number":       {int64(2), 2_000_000, ""},
		"a float":                   {1.5, 0, "decimal.must_be_text"},
		"true":                      {true, 0, "decimal.must_be_text"},
		"nothing":                   {nil, 0, "decimal.must_be_text"},
		"an exponent":               {json.Number("1e3"), 0, "decimal.invalid"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var got money.Quantity
			if err := got.UnmarshalGQL(test.value); fault.RuleOf(err) != test.rule || got != test.want {
				t.Errorf("%#v is read as %s, %v; want %s, %q", test.value, got, err, test.want, test.rule)
			}
		})
	}
	var rate money.Rate
	if err := rate.UnmarshalGQL("101"); fault.RuleOf(err) != "rate.out_of_range" {
		t.Errorf("101 %% is taken as %s, %v", rate, err)
	}
}
