package demo

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/contract"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/store"
)

// percent is a rate of whole percents.
func percent(n int) money.Rate { return money.Rate(n) * money.Whole / 100 }

// lines are what the deal is about: one to four products.
func (d *deal) lines() []finance.LineInput {
	var out []finance.LineInput
	for i := range 1 + d.rng.IntN(4) {
		p := d.products[(d.n+i*3)%len(d.products)]
		quantity := 1 + d.rng.IntN(6)
		if p.unit == "米" || p.unit == "货位" || p.unit == "人天" {
			quantity *= 20
		}
		discount := percent(d.rng.IntN(3) * 2)
		out = append(out, finance.LineInput{
			ProductID: &p.id, Quantity: money.Quantity(quantity) * 1_000_000, Discount: &discount,
		})
	}
	return out
}

// terms are how it shall be paid.
func (d *deal) terms() []finance.PaymentTermInput {
	days := 15 + 15*d.rng.IntN(3)
	if d.rng.IntN(4) == 0 {
		return []finance.PaymentTermInput{
			{Name: "预付款", Trigger: pricing.OnSign, Percent: percent(50), DueDays: &days},
			{Name: "验收款", Trigger: pricing.OnAcceptance, Percent: percent(50), DueDays: &days},
		}
	}
	return []finance.PaymentTermInput{
		{Name: "预付款", Trigger: pricing.OnSign, Percent: percent(30), DueDays: &days},
		{Name: "发货款", Trigger: pricing.OnDelivery, Percent: percent(40), DueDays: &days},
		{Name: "验收款", Trigger: pricing.OnAcceptance, Percent: percent(30), DueDays: &days},
	}
}

func (d *deal) quoteIt(ctx context.Context) (err error) {
	d.version, err = sales.CreateQuote(ctx, d.st, sales.CreateQuoteInput{
		OpportunityID: d.opportunity, Lines: d.lines(), PaymentTerms: d.terms(), ValidUntil: d.today(120),
	})
	if err != nil {
		return err
	}
	v, err := d.currentVersion(ctx)
	if err != nil {
		return err
	}
	d.quote = v.QuoteID
	d.then(d.hours(4, 40), d.seller, "submit the quote", d.submit)
	return nil
}

func (d *deal) currentVersion(ctx context.Context) (*db.QuoteVersion, error) {
	return inTx(ctx, d.st, func(tx *store.Tx) (*db.QuoteVersion, error) { return tx.QuoteVersion.Get(ctx, d.version) })
}

func (d *deal) submit(ctx context.Context) error {
	if _, err := sales.SubmitQuote(ctx, d.st, sales.SubmitQuoteInput{ID: d.version, ExpectedVersion: flow.Newest}); err != nil {
		return err
	}
	d.then(d.hours(1, 8), d.seller, "send the quote", d.send)
	return nil
}

func (d *deal) send(ctx context.Context) error {
	if _, err := sales.SendQuote(ctx, d.st, sales.SendQuoteInput{ID: d.version, ExpectedVersion: flow.Newest}); err != nil {
		return err
	}
	v, err := d.currentVersion(ctx)
	if err != nil {
		return err
	}
	switch {
	case d.fate == loses:
		d.then(d.hours(30, 120), d.seller, "lose it", d.lose)
	case v.Number == 1 && d.rng.IntN(3) == 0:
		d.then(d.hours(16, 60), d.seller, "revise the quote", d.revise)
	case v.Number == 1:
		d.then(d.hours(16, 60), d.seller, "negotiate", d.pursue("negotiation", func() {
			d.then(d.hours(8, 60), d.seller, "take the customer's yes", d.accept)
		}))
	default:
		d.then(d.hours(8, 60), d.seller, "take the customer's yes", d.accept)
	}
	return nil
}

func (d *deal) revise(ctx context.Context) (err error) {
	if err := d.move(ctx, d.opportunity, "negotiation", ""); err != nil {
		return err
	}
	d.version, err = sales.ReviseQuote(ctx, d.st, sales.ReviseQuoteInput{ID: d.quote, ExpectedVersion: flow.Newest})
	if err != nil {
		return err
	}
	_, err = sales.UpdateQuote(ctx, d.st, sales.UpdateQuoteInput{
		ID: d.version, ExpectedVersion: flow.Newest, HeaderDiscount: &money.Input{Amount: "2000", Currency: "CNY"},
	})
	d.then(d.hours(1, 6), d.seller, "submit the revision", d.submit)
	return err
}

func (d *deal) accept(ctx context.Context) error {
	evidence := "客户邮件确认"
	_, err := sales.AcceptQuote(ctx, d.st, sales.AcceptQuoteInput{
		ID: d.version, ExpectedVersion: flow.Newest, AcceptedBy: &d.contact, Evidence: &evidence,
	})
	if err != nil {
		return err
	}
	d.contract, err = inTx(ctx, d.st, func(tx *store.Tx) (string, error) {
		return tx.Contract.Query().Where(contract.QuoteVersionID(d.version)).OnlyID(ctx)
	})
	d.then(d.hours(4, 24), d.seller, "submit the contract", d.submitContract)
	return err
}

func (d *deal) submitContract(ctx context.Context) error {
	_, err := legal.SubmitContract(ctx, d.st, legal.SubmitContractInput{ID: d.contract, ExpectedVersion: flow.Newest})
	d.then(d.hours(8, 90), "刘洋", "sign the contract", d.sign)
	return err
}

func (d *deal) sign(ctx context.Context) (err error) {
	_, err = legal.SignContract(ctx, d.st, legal.SignContractInput{
		ID: d.contract, ExpectedVersion: flow.Newest, SignedByUs: "王雪", SignedByCustomer: d.contact,
	})
	if err != nil {
		return err
	}
	d.order, err = inTx(ctx, d.st, func(tx *store.Tx) (string, error) {
		return tx.Order.Query().Where(order.ContractID(d.contract)).OnlyID(ctx)
	})
	d.then(d.hours(2, 24), "朱莉", "bill the advance", d.bill)
	d.then(d.hours(2, 20), "赵敏", "confirm the order", d.confirm)
	return err
}
