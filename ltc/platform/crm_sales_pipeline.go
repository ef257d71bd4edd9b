package platform

import (
	"context"
	"errors"
	"fmt"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// batch is how many rows share a transaction: it has to end within a second, for the feed waits for it.
const batch = 100

// undated is when rows without a date were opened: the day the source begins.
var undated = worktime.NewDate(2016, 10, 20)

// stages are the source's words for stages, and the preset's.
var stages = map[string]string{"Prospecting": "prospecting", "Engaging": "engaging", "Won": "won", "Lost": "lost"}

// importPipeline opens each opportunity on its own date and moves it on its own dates.
func (i *crmImport) importPipeline(ctx context.Context) error {
	rows, err := readCSV(i.file("sales_pipeline.csv"),
		"opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value")
	if err != nil {
		return err
	}
	todo := i.unknown(rows)
	for from := 0; from < len(todo); from += batch {
		part := todo[from:min(from+batch, len(todo))]
		if err := i.takeBatch(ctx, part); err != nil {
			return err
		}
		if done := from + len(part); done%1000 < batch || done == len(todo) {
			i.say("opportunities: %d of %d", done, len(todo))
		}
	}
	return i.writeRejected()
}

// unknown are the rows that no earlier run has taken; an id that comes twice in the file is taken once.
func (i *crmImport) unknown(rows []record) (todo []record) {
	seen := map[string]bool{}
	here := 0
	for _, r := range rows {
		theirs := r.get("opportunity_id")
		switch {
		case seen[theirs]:
			i.rejected = append(i.rejected, rejection{r, fmt.Sprintf("opportunity_id %q came before", theirs)})
		case i.known[id.Opportunity][theirs] != "":
			here++
		default:
			todo = append(todo, r)
		}
		seen[theirs] = true
	}
	if here > 0 {
		i.say("opportunities: %d are here already", here)
	}
	return todo
}

// takeBatch takes a batch in one transaction, each row under a savepoint: a row that cannot be taken leaves nothing
// and holds up nobody.
func (i *crmImport) takeBatch(ctx context.Context, rows []record) error {
	var refused []rejection
	err := i.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		refused = nil // a transaction may be tried again
		for _, r := range rows {
			err := tx.Savepoint(ctx, func() error { return i.take(ctx, tx, r) })
			if f := fault.Of(err); f != nil {
				refused = append(refused, rejection{r, f.Error()})
				continue
			}
			if bad, ok := errors.AsType[badRow](err); ok {
				refused = append(refused, rejection{r, string(bad)})
				continue
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	i.rejected = append(i.rejected, refused...)
	return err
}

// badRow is why a row cannot be taken.
type badRow string

func (b badRow) Error() string { return string(b) }

func (i *crmImport) take(ctx context.Context, tx *store.Tx, r record) error {
	o, err := i.read(r)
	if err != nil {
		return err
	}
	at := call.From(ctx).At(i.morning(o.opened))
	opp, err := sales.CreateOpportunity(call.With(ctx, at), i.st, o.in)
	if err != nil {
		return err
	}
	for _, m := range o.moves {
		at := call.From(ctx).At(i.morning(m.on))
		_, err := flow.MoveStage(call.With(ctx, at), i.st, flow.MoveStageInput{
			ID: opp, To: m.to, ExpectedVersion: flow.Newest, Reason: m.reason,
		})
		if err != nil {
			return err
		}
	}
	return tx.Remember(ctx, system, r.get("opportunity_id"), id.Opportunity, opp)
}

// opening is a row as verbs want it.
type opening struct {
	in     sales.CreateOpportunityInput
	opened worktime.Date
	moves  []move
}

type move struct {
	to     string
	on     worktime.Date
	reason *string
}

// read turns a row into what verbs want, or says what is wrong with it.
func (i *crmImport) read(r record) (o opening, err error) {
	product, agent := mend(r.get("product")), r.get("sales_agent")
	to, ok := stages[r.get("deal_stage")]
	switch {
	case !ok:
		return o, badRow(fmt.Sprintf("deal_stage %q is none of Prospecting, Engaging, Won, Lost", r.get("deal_stage")))
	case i.known[id.Product][product] == "":
		return o, badRow(fmt.Sprintf("product %q is not in products.csv", product))
	case i.known[id.User][agent] == "":
		return o, badRow(fmt.Sprintf("sales_agent %q is not in sales_teams.csv", agent))
	}
	owner, prod := i.known[id.User][agent], i.known[id.Product][product]
	o.in = sales.CreateOpportunityInput{Name: product, OwnerID: &owner, ProductID: &prod}
	if name := r.get("account"); name != "" {
		account, ok := i.known[id.Account][name]
		if !ok {
			return o, badRow(fmt.Sprintf("account %q is not in accounts.csv", name))
		}
		o.in.AccountID, o.in.Name = &account, product+" · "+name
	}
	return i.dates(r, to, i.amount(r, to, product, o))
}

// amount is what a won row closed at, and the list price of any other.
func (i *crmImport) amount(r record, to, product string, o opening) opening {
	amount := i.prices[product]
	if to == "won" {
		amount = r.get("close_value")
	}
	o.in.Amount = &money.Input{Amount: amount, Currency: "USD"}
	return o
}

// dates are when the row was opened and moved.
func (i *crmImport) dates(r record, to string, o opening) (opening, error) {
	o.opened = undated
	if s := r.get("engage_date"); s != "" {
		d, err := worktime.ParseDate(s)
		if err != nil {
			return o, badRow("engage_date: " + err.Error())
		}
		o.opened = d
	}
	if to == "prospecting" {
		return o, nil
	}
	o.moves = append(o.moves, move{to: "engaging", on: o.opened})
	if to == "engaging" {
		return o, nil
	}
	closed, err := worktime.ParseDate(r.get("close_date"))
	if err != nil {
		return o, badRow("close_date: " + err.Error())
	}
	if closed.Before(o.opened) {
		return o, badRow("close_date is before engage_date")
	}
	m := move{to: to, on: closed}
	if to == "lost" {
		reason := "not stated in the source"
		m.reason = &reason
	}
	o.moves = append(o.moves, m)
	return o, nil
}
