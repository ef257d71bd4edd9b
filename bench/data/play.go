package data

import (
	"context"
	"fmt"
	"time"

	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// play is one deal while it is played by the ordinary verbs; what it writes is the pattern of thousands.
type play struct {
	*company
	n  int
	at time.Time
	customer
	marketer, seller, lawyer, accountant, engineer person

	need, person, phone, email, reference string
	lead, opportunity, version, contract  string
	order                                 string
}

// customer is a company that buys, with its three contacts.
type customer struct {
	account  string
	name     string
	contacts []string
	people   []string
}

// cast is who plays the first deals; the clones have others.
func (c *company) play(n int, weeks int, cust customer) *play {
	first := func(d stage.Department) person { return c.staff[d][0] }
	return &play{
		company: c, n: n, customer: cust,
		at:       c.co.Calendar.Add(c.now.AddDate(0, 0, -7*weeks).Add(time.Duration(n)*time.Minute), 0),
		marketer: first(stage.Marketing), seller: first(stage.Sales), lawyer: first(stage.Legal),
		accountant: first(stage.Finance), engineer: first(stage.Delivery),
		need: fmt.Sprintf("原型需求 %d", n), person: fmt.Sprintf("原型%d", n), phone: fmt.Sprintf("1390000%04d", n),
		email: fmt.Sprintf("pattern-%d@bench.example", n), reference: fmt.Sprintf("PATTERN%06d", n),
	}
}

// as lets some working hours pass, after which somebody acts.
func (p *play) as(ctx context.Context, who person, hours int) context.Context {
	p.at = p.co.Calendar.Add(p.at, time.Duration(hours)*time.Hour)
	return p.call(ctx, who.viewer, p.at)
}

// today is a business date some days on.
func (p *play) today(days int) *worktime.Date {
	d := p.co.Calendar.Today(p.at).AddDays(days)
	return &d
}

// step is a part of a deal's way.
type step func(context.Context, *play) error

func capture(ctx context.Context, p *play) (err error) {
	company, region := p.name, pick(cities, uint64(p.n))
	if company == "" {
		company = fmt.Sprintf("原型线索 %d 有限公司", p.n)
		p.name = company
	}
	p.lead, err = marketing.CaptureLead(p.as(ctx, p.marketer, 0), p.st, marketing.CaptureLeadInput{
		Name: p.person, Company: company, Phone: &p.phone, Email: &p.email, Region: &region, Need: &p.need,
	})
	return err
}

func assign(ctx context.Context, p *play) error {
	_, err := marketing.AssignLead(p.as(ctx, p.marketer, 2), p.st, marketing.AssignLeadInput{ID: p.lead, ExpectedVersion: flow.Newest, OwnerID: p.seller.id})
	return err
}

func contact(ctx context.Context, p *play) error { return p.move(ctx, p.lead, "contacting", "") }

func disqualify(ctx context.Context, p *play) error {
	_, err := marketing.DisqualifyLead(p.as(ctx, p.seller, 6), p.st, marketing.DisqualifyLeadInput{ID: p.lead, ExpectedVersion: flow.Newest, Reason: "预算不足"})
	return err
}

func rest(ctx context.Context, p *play) error {
	return p.move(ctx, p.lead, "in_pool", "多次联系无回应")
}

func convert(ctx context.Context, p *play) error {
	authority, pain := "生产总监", "人工搬运效率低"
	_, err := marketing.QualifyLead(p.as(ctx, p.seller, 4), p.st, marketing.QualifyLeadInput{
		ID: p.lead, ExpectedVersion: flow.Newest, Authority: &authority, Pain: &pain, Timeline: p.today(90),
		Budget: &money.Input{Amount: fmt.Sprint((p.rng.IntN(180) + 20) * 10_000), Currency: "CNY"},
	})
	if err != nil {
		return err
	}
	_, err = marketing.ConvertLead(p.as(ctx, p.seller, 2), p.st, marketing.ConvertLeadInput{
		ID: p.lead, ExpectedVersion: flow.Newest, AccountID: &p.account, ContactID: &p.contacts[p.n%3],
		OpportunityName: &p.need, ExpectedClose: p.today(60),
	})
	if err != nil {
		return err
	}
	p.opportunity, err = inTx(ctx, p.st, func(tx *store.Tx) (string, error) {
		l, err := tx.Lead.Get(ctx, p.lead)
		if err != nil {
			return "", err
		}
		return *l.OpportunityID, nil
	})
	return err
}

// again is a customer's next need, without a lead.
func again(ctx context.Context, p *play) (err error) {
	p.opportunity, err = sales.CreateOpportunity(p.as(ctx, p.seller, 2), p.st, sales.CreateOpportunityInput{
		Name: p.need, AccountID: &p.account, ContactID: &p.contacts[p.n%3], ExpectedClose: p.today(60),
		Amount: &money.Input{Amount: fmt.Sprint((p.rng.IntN(180) + 20) * 10_000), Currency: "CNY"},
	})
	return err
}

// to moves the opportunity a stage on, and says what is next to do.
func to(stage string) step {
	return func(ctx context.Context, p *play) error {
		if err := p.move(ctx, p.opportunity, stage, ""); err != nil || stage == "on_hold" {
			return err
		}
		next := pick([]string{"约技术交流", "提交初步方案", "安排现场勘查", "跟进采购预算", "约高层拜访"}, p.rng.Uint64())
		_, err := sales.UpdateOpportunity(p.as(ctx, p.seller, 0), p.st, sales.UpdateOpportunityInput{
			ID: p.opportunity, ExpectedVersion: flow.Newest, NextStep: &next, NextStepDue: p.today(14),
		})
		return err
	}
}

func lose(ctx context.Context, p *play) error {
	_, err := sales.LoseOpportunity(p.as(ctx, p.seller, 4), p.st, sales.LoseOpportunityInput{ID: p.opportunity, ExpectedVersion: flow.Newest, Reason: "价格高于竞品"})
	return err
}

func (p *play) move(ctx context.Context, record, to, reason string) error {
	in := flow.MoveStageInput{ID: record, To: to, ExpectedVersion: flow.Newest}
	if reason != "" {
		in.Reason = &reason
	}
	_, err := flow.MoveStage(p.as(ctx, p.seller, 4), p.st, in)
	return err
}

// quote offers four products; it stands for years, so that none expires while it is measured.
func quote(ctx context.Context, p *play) (err error) {
	var lines []finance.LineInput
	for i := range 4 {
		discount := money.Rate(p.rng.IntN(3) * 20_000)
		lines = append(lines, finance.LineInput{
			ProductID: &p.products[(p.n*7+i*11)%len(p.products)], Quantity: money.Quantity(1+p.rng.IntN(6)) * 1_000_000, Discount: &discount,
		})
	}
	days := 30
	until := worktime.NewDate(p.now.Year()+10, time.December, 31)
	p.version, err = sales.CreateQuote(p.as(ctx, p.seller, 4), p.st, sales.CreateQuoteInput{
		OpportunityID: p.opportunity, Lines: lines, ValidUntil: &until,
		PaymentTerms: []finance.PaymentTermInput{
			{Name: "预付款", Trigger: pricing.OnSign, Percent: 500_000, DueDays: &days},
			{Name: "发货款", Trigger: pricing.OnSign, Percent: 500_000, DueDays: &days},
		},
	})
	return err
}

func send(ctx context.Context, p *play) error {
	if _, err := sales.SubmitQuote(p.as(ctx, p.seller, 1), p.st, sales.SubmitQuoteInput{ID: p.version, ExpectedVersion: flow.Newest}); err != nil {
		return err
	}
	_, err := sales.SendQuote(p.as(ctx, p.seller, 1), p.st, sales.SendQuoteInput{ID: p.version, ExpectedVersion: flow.Newest})
	return err
}

// inTx reads something in a transaction.
func inTx[T any](ctx context.Context, st *store.Store, f func(*store.Tx) (T, error)) (v T, err error) {
	err = st.InTx(ctx, func(_ context.Context, tx *store.Tx) error {
		v, err = f(tx)
		return err
	})
	return v, err
}
