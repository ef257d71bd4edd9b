package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// deal is one customer's need on its way through the company.
type deal struct {
	*company
	n                         int
	customer, contact, need   string
	seller, marketer, deliver string
	lead, opportunity         string
	quote, version            string
	contract, order           string
	fate                      fate
	origin                    lead.Origin
	at                        time.Time // of its last step
}

// fate is how a deal goes.
type fate int

const (
	wins fate = iota
	endsAsLead
	rests // in the pool
	loses
	waits   // on hold
	arrives // has only just written to us
	ripens  // is qualified, and nobody has taken it up
)

// today's work: how many leads have just come in, and how many wait for their conversion.
const (
	arriving = 6
	ripening = 4
)

// cast spreads the beginnings of the deals over the story.
func (c *company) cast(size Size) {
	sellers := []string{"李明", "陈晨", "张伟", "郑凯"}
	marketers := []string{"吴磊", "孙悦"}
	engineers := []string{"何军", "徐航", "马超"}
	for n := range int(size) {
		d := &deal{
			company: c, n: n, customer: customers[n%len(customers)], need: pick(c, needs),
			contact: pick(c, surnames) + pick(c, given), seller: sellers[n%len(sellers)],
			marketer: marketers[n%len(marketers)], deliver: engineers[n%len(engineers)], fate: c.fate(),
		}
		left := int(size) - n // the nearer to now, the more deals begin: business is growing
		begin := c.now.Add(-c.now.Sub(c.start) / time.Duration(size*size) * time.Duration(left*left))
		switch {
		case left <= arriving:
			d.fate, begin = arrives, c.now.Add(-time.Duration(left)*5*time.Hour)
		case left <= arriving+ripening:
			d.fate, begin = ripens, c.now.AddDate(0, 0, -12)
		}
		d.at = c.company.Calendar.Add(begin, 0)
		d.then(time.Duration(c.rng.IntN(120))*time.Minute, d.marketer, "capture the lead", d.capture)
	}
}

func (c *company) fate() fate {
	switch n := c.rng.IntN(100); {
	case n < 10:
		return endsAsLead
	case n < 16:
		return rests
	case n < 32:
		return loses
	case n < 36:
		return waits
	}
	return wins
}

// pick takes one of a list by the story's dice.
func pick[T any](c *company, from []T) T { return from[c.rng.IntN(len(from))] }

// hours is a stretch of working time between two bounds.
func (c *company) hours(least, most int) time.Duration {
	return time.Duration(least)*time.Hour + time.Duration(c.rng.IntN((most-least)*60+1))*time.Minute
}

// then lets somebody do the next step after a stretch of working time.
func (d *deal) then(after time.Duration, who, what string, do func(context.Context) error) {
	at := d.Calendar().Add(d.at, after)
	d.queue.push(event{at: at, who: who, what: fmt.Sprintf("deal %d: %s", d.n, what), do: func(ctx context.Context) error {
		d.at = at
		return do(ctx)
	}})
}

// Calendar is the company's.
func (c *company) Calendar() worktime.Calendar { return c.company.Calendar }

// today is a business date some days after the deal's last step.
func (d *deal) today(days int) *worktime.Date {
	t := d.Calendar().Today(d.at).AddDays(days)
	return &t
}

func (d *deal) capture(ctx context.Context) (err error) {
	phone := fmt.Sprintf("138%08d", 10_000_000+d.n*7919%80_000_000)
	email := fmt.Sprintf("c%04d@customer.example", d.n)
	title := pick(d.company, titles)
	d.origin = pick(d.company, []lead.Origin{
		lead.OriginWeb, lead.OriginExhibition, lead.OriginReferral, lead.OriginAd, lead.OriginPhone, lead.OriginPartner,
	})
	region := string([]rune(d.customer)[:2])
	d.lead, err = marketing.CaptureLead(ctx, d.st, marketing.CaptureLeadInput{
		Name: d.contact, Company: d.customer, Title: &title, Phone: &phone, Email: &email, Region: &region,
		Need: &d.need, Origin: &d.origin,
	})
	if d.fate != arrives {
		d.then(d.hours(1, 12), d.marketer, "assign the lead", d.assign)
	}
	return err
}

func (d *deal) assign(ctx context.Context) error {
	_, err := marketing.AssignLead(ctx, d.st, marketing.AssignLeadInput{
		ID: d.lead, ExpectedVersion: flow.Newest, OwnerID: d.people[d.seller].id,
	})
	d.then(d.hours(1, 14), d.seller, "call the lead", d.callLead)
	if err != nil || d.origin != lead.OriginPartner {
		return err
	}
	return d.letPartnerIn(ctx)
}

// letPartnerIn lets the partner, who brought the lead, follow what becomes of it.
func (d *deal) letPartnerIn(ctx context.Context) error {
	return d.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		l, err := tx.Lead.Get(ctx, d.lead)
		if err != nil {
			return err
		}
		_, err = people.AddCollaborator(ctx, d.st, people.AddCollaboratorInput{RecordID: l.JourneyID, UserID: d.people["宏远渠道"].id})
		return err
	})
}

func (d *deal) callLead(ctx context.Context) error {
	err := d.move(ctx, d.lead, "contacting", "")
	switch d.fate {
	case endsAsLead:
		d.then(d.hours(8, 60), d.seller, "disqualify the lead", func(ctx context.Context) error {
			_, err := marketing.DisqualifyLead(ctx, d.st, marketing.DisqualifyLeadInput{
				ID: d.lead, ExpectedVersion: flow.Newest, Reason: pick(d.company, []string{"仅作调研", "预算不足", "无法联系", "不在服务范围"}),
			})
			return err
		})
	case rests:
		d.then(d.hours(20, 80), d.seller, "put the lead into the pool", func(ctx context.Context) error {
			return d.move(ctx, d.lead, "in_pool", "多次联系无回应")
		})
	default:
		d.then(d.hours(4, 30), d.seller, "qualify the lead", d.qualify)
	}
	return err
}

func (d *deal) qualify(ctx context.Context) error {
	planned, authority, pain := lead.BudgetStatusPlanned, pick(d.company, titles), "人工搬运效率低，差错多"
	_, err := marketing.QualifyLead(ctx, d.st, marketing.QualifyLeadInput{
		ID: d.lead, ExpectedVersion: flow.Newest, BudgetStatus: &planned, Authority: &authority, Pain: &pain,
		Timeline: d.today(90), Budget: &money.Input{Amount: fmt.Sprint((d.rng.IntN(180) + 20) * 10_000), Currency: "CNY"},
	})
	if d.fate != ripens {
		d.then(d.hours(1, 10), d.seller, "convert the lead", d.convert)
	}
	return err
}

func (d *deal) convert(ctx context.Context) error {
	_, err := marketing.ConvertLead(ctx, d.st, marketing.ConvertLeadInput{
		ID: d.lead, ExpectedVersion: flow.Newest, ExpectedClose: d.today(60 + d.rng.IntN(60)),
	})
	if err != nil {
		return err
	}
	l, err := inTx(ctx, d.st, func(tx *store.Tx) (string, error) {
		l, err := tx.Lead.Get(ctx, d.lead)
		if err != nil {
			return "", err
		}
		return *l.OpportunityID, nil
	})
	d.opportunity = l
	d.then(d.hours(4, 30), d.seller, "confirm the needs", d.pursue("needs_confirmed", d.solve))
	return err
}

// pursue moves the opportunity a stage on, says what is next to do, and lets the deal go on unless it ends here.
func (d *deal) pursue(to string, next func()) func(context.Context) error {
	return func(ctx context.Context) error {
		if err := d.move(ctx, d.opportunity, to, ""); err != nil {
			return err
		}
		if d.rng.IntN(5) > 0 {
			step := pick(d.company, []string{"约技术交流", "提交初步方案", "安排现场勘查", "跟进采购预算", "约高层拜访"})
			_, err := sales.UpdateOpportunity(ctx, d.st, sales.UpdateOpportunityInput{
				ID: d.opportunity, ExpectedVersion: flow.Newest, NextStep: &step, NextStepDue: d.today(5),
			})
			if err != nil {
				return err
			}
		}
		next()
		return nil
	}
}

func (d *deal) solve() {
	switch {
	case d.fate == waits:
		d.then(d.hours(8, 40), d.seller, "put it on hold", func(ctx context.Context) error {
			return d.move(ctx, d.opportunity, "on_hold", "客户内部调整")
		})
	case d.fate == loses && d.rng.IntN(2) == 0:
		d.then(d.hours(20, 90), d.seller, "lose it", d.lose)
	default:
		d.then(d.hours(16, 90), d.seller, "offer a solution", d.pursue("solution", func() {
			d.then(d.hours(16, 80), d.seller, "propose", d.pursue("proposal", func() {
				d.then(d.hours(2, 24), d.seller, "quote", d.quoteIt)
			}))
		}))
	}
}

func (d *deal) lose(ctx context.Context) error {
	_, err := sales.LoseOpportunity(ctx, d.st, sales.LoseOpportunityInput{
		ID: d.opportunity, ExpectedVersion: flow.Newest, Reason: pick(d.company, reasons),
	})
	return err
}

func (d *deal) move(ctx context.Context, record, to, reason string) error {
	in := flow.MoveStageInput{ID: record, To: to, ExpectedVersion: flow.Newest}
	if reason != "" {
		in.Reason = &reason
	}
	_, err := flow.MoveStage(ctx, d.st, in)
	return err
}

// inTx reads something in the running transaction.
func inTx[T any](ctx context.Context, st *store.Store, f func(*store.Tx) (T, error)) (v T, err error) {
	err = st.InTx(ctx, func(_ context.Context, tx *store.Tx) error {
		v, err = f(tx)
		return err
	})
	return v, err
}
