package pricing

import (
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Trigger is what makes an instalment due for billing.
type Trigger string

// The triggers of instalments.
const (
	OnSign       Trigger = "sign"
	OnDelivery   Trigger = "delivery"
	OnAcceptance Trigger = "acceptance"
	OnDate       Trigger = "date"
)

// Term is one line of the payment terms: how much of the gross falls due, when and why. Until a contract is signed
// its terms are lines of the document; signing writes them as plan items.
type Term struct {
	Name      string         `json:"name"`
	Trigger   Trigger        `json:"trigger"`
	Percent   money.Rate     `json:"percent"`
	DueDays   int            `json:"dueDays"` // calendar days from the invoice to its due date
	PlannedOn *worktime.Date `json:"plannedOn,omitempty"`
}

// ContractLine is one position that a contract promises, with its amounts in minor units as they were agreed.
type ContractLine struct {
	ProductID   *string        `json:"productId,omitempty"`
	Description string         `json:"description"`
	Unit        string         `json:"unit"`
	Quantity    money.Quantity `json:"quantity"`
	UnitPrice   money.Price    `json:"unitPrice"`
	Discount    money.Rate     `json:"discount"`
	TaxRate     money.Rate     `json:"taxRate"`
	NetMinor    int64          `json:"netMinor"`
	TaxMinor    int64          `json:"taxMinor"`
	GrossMinor  int64          `json:"grossMinor"`
	Currency    string         `json:"currency"`
}
