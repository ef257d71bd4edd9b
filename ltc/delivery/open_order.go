package delivery

import (
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// OpenOrder opens the order of a contract that was signed: what it promises, at its prices and terms (R2), to the
// account's addresses as they are now. The contract's journey is locked.
func OpenOrder(ctx context.Context, tx *store.Tx, ct *db.Contract) (*db.Order, error) {
	account, err := tx.Account.Get(ctx, ct.AccountID)
	if err != nil {
		return nil, err
	}
	number, err := tx.Number(ctx, store.Orders)
	if err != nil {
		return nil, err
	}
	o, err := flow.Open(ctx, tx, tx.Order.Create().
		SetNumber(number).SetContractID(ct.ID).SetAccountID(ct.AccountID).SetJourneyID(ct.JourneyID).
		SetNillableOwnerID(ct.OwnerID).SetTaxMode(order.TaxMode(ct.TaxMode)).SetRounding(order.Rounding(ct.Rounding)).
		SetCurrency(ct.Currency).SetNetMinor(ct.NetMinor).SetTaxMinor(ct.TaxMinor).SetGrossMinor(ct.GrossMinor).
		SetNillableShipTo(account.ShippingAddress).SetNillableBillTo(account.BillingAddress), stage.Draft)
	if err != nil {
		return nil, err
	}
	return o, tx.OrderLine.MapCreateBulk(ct.Lines, func(c *db.OrderLineCreate, i int) {
		l := ct.Lines[i]
		c.SetOrderID(o.ID).SetPosition(i + 1).SetNillableProductID(l.ProductID).SetDescription(l.Description).SetUnit(l.Unit).
			SetQuantity(l.Quantity).SetUnitPrice(l.UnitPrice).SetDiscount(l.Discount).SetTaxRate(l.TaxRate).
			SetCurrency(l.Currency).SetNetMinor(l.NetMinor).SetTaxMinor(l.TaxMinor).SetGrossMinor(l.GrossMinor)
	}).Exec(ctx)
}
