package people

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/journey"
	"github.com/leadtocash/ltc/ent/db/quote"
	"github.com/leadtocash/ltc/ent/db/quoteversion"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// where is a condition of a query over one kind's table.
type where = func(*sql.Selector)

// estate is a kind of record that people own.
type estate struct {
	kind id.Kind
	// open holds for records that are not over: they move to another owner. What is closed or posted keeps who sold it
	// (R31).
	open  where
	count func(ctx context.Context, c *db.Client, ws ...where) (int, error)
	place func(ctx context.Context, tx *store.Tx, departmentID string, ws ...where) error
	give  func(ctx context.Context, tx *store.Tx, r db.Node, ownerID string, expected int) (stage.Record, error)
}

// estates are all kinds that people own, in the order of the chain; journeys last, for they follow what leads them.
var estates = []estate{
	owned(id.Lead, among(stage.New, stage.Working, stage.Qualified, stage.Pooled), func(c *db.Client) *db.LeadClient { return c.Lead }),
	owned(id.Account, among(stage.Prospect, stage.Customer, stage.Dormant, stage.OnHold, stage.Blacklisted), func(c *db.Client) *db.AccountClient { return c.Account }),
	owned(id.Contact, always, func(c *db.Client) *db.ContactClient { return c.Contact }),
	owned(id.Opportunity, among(stage.Open, stage.OnHold), func(c *db.Client) *db.OpportunityClient { return c.Opportunity }),
	owned(id.Quote, offered, func(c *db.Client) *db.QuoteClient { return c.Quote }),
	owned(id.Contract, among(stage.Draft, stage.Review, stage.Approved, stage.Signing, stage.Signed, stage.Effective, stage.Suspended),
		func(c *db.Client) *db.ContractClient { return c.Contract }),
	owned(id.Order, among(stage.Draft, stage.Confirmed, stage.OnHold), func(c *db.Client) *db.OrderClient { return c.Order }),
	owned(id.Shipment, among(stage.Planned, stage.UnderWay, stage.Exception), func(c *db.Client) *db.ShipmentClient { return c.Shipment }),
	owned(id.Acceptance, among(stage.Draft, stage.Testing), func(c *db.Client) *db.AcceptanceClient { return c.Acceptance }),
	owned(id.Invoice, among(stage.Draft, stage.Review), func(c *db.Client) *db.InvoiceClient { return c.Invoice }),
	owned(id.Payment, among(stage.Unclaimed, stage.Claimed), func(c *db.Client) *db.PaymentClient { return c.Payment }),
	owned(id.CreditNote, among(stage.Draft, stage.Approved), func(c *db.Client) *db.CreditNoteClient { return c.CreditNote }),
	owned(id.Journey, where(journey.StatusEQ(journey.StatusOpen)), func(c *db.Client) *db.JourneyClient { return c.Journey }),
}

// estateOf is that of a kind, and whether people own it at all.
func estateOf(kind id.Kind) (estate, bool) {
	for _, e := range estates {
		if e.kind == kind {
			return e, true
		}
	}
	return estate{}, false
}

func among(cs ...stage.Category) where { return sql.FieldIn("stage_category", cs...) }

func always(*sql.Selector) {}

// offered holds for a quote that can still be changed or accepted.
func offered(s *sql.Selector) {
	quote.HasVersionsWith(quoteversion.StageCategoryIn(stage.Draft, stage.Review, stage.Approved, stage.Sent))(s)
}

func ownedBy(userID string) where { return sql.FieldEQ("owner_id", userID) }

// moveEstate takes all that a user owns to a department, what is over too: scopes by department ask where its owner is.
func moveEstate(ctx context.Context, tx *store.Tx, userID, departmentID string) error {
	for _, e := range estates {
		if err := e.place(ctx, tx, departmentID, ownedBy(userID)); err != nil {
			return err
		}
	}
	return nil
}

// record is a record of a kind that people own.
type record interface {
	db.Node
	stage.Logged
}

// client is ent's client of such a kind: it makes queries Q, updates U, and updates O of one record R.
type client[R, O, Q, U any] interface {
	UpdateOne(R) O
	Query() Q
	Update() U
}

type asks[P any, Q any] interface {
	Where(...P) Q
	Count(context.Context) (int, error)
}

type moves[P any, U any] interface {
	Where(...P) U
	SetDepartmentID(string) U
	Exec(context.Context) error
}

func owned[
	C client[R, O, Q, U], R record, M flow.Edited, O flow.Builder[M, R],
	P ~func(*sql.Selector), Q asks[P, Q], U moves[P, U],
](kind id.Kind, open where, of func(*db.Client) C) estate {
	predicates := func(ws []where) (out []P) {
		for _, w := range ws {
			out = append(out, P(w))
		}
		return out
	}
	return estate{
		kind: kind, open: open,
		count: func(ctx context.Context, c *db.Client, ws ...where) (int, error) {
			return of(c).Query().Where(predicates(ws)...).Count(ctx)
		},
		place: func(ctx context.Context, tx *store.Tx, departmentID string, ws ...where) error {
			return of(tx.Client).Update().Where(predicates(ws)...).SetDepartmentID(departmentID).Exec(ctx)
		},
		give: func(ctx context.Context, tx *store.Tx, r db.Node, ownerID string, expected int) (stage.Record, error) {
			b := of(tx.Client).UpdateOne(r.(R))
			if err := b.Mutation().SetField("owner_id", ownerID); err != nil {
				return stage.Record{}, err
			}
			return told(flow.Edit(ctx, tx, r.(R), b, expected))
		},
	}
}
