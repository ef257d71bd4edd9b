package sales_test

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestAContactIsKeptInOneForm(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		acc := account(t, w, "华恒集团")
		id := ltctest.Got(sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{
			Name: "陈晨", AccountID: &acc, Phone: ptr("138 0013 8000"), Email: ptr("Chen@Example.com "),
		}))(t)
		ltctest.Got(sales.UpdateContact(w.As(stage.Care), w.Store, sales.UpdateContactInput{
			ID: id, ExpectedVersion: 1, Title: ptr("总监"), Clear: []sales.ContactField{"phone"},
		}))(t)
		c := ltctest.Got(w.Reader().Contact.Get(t.Context(), id))(t)
		if *c.Email != "chen@example.com" || c.Phone != nil || *c.Title != "总监" || c.Version != 2 {
			t.Errorf("contact = %+v", c)
		}
		logged(t, w, 1, "opened contact", "edited contact phone title")
	})
}

func TestWhatAContactRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{Name: "陈晨"}))(t)
		tests := map[string]struct {
			code fault.Code
			rule string
			verb func() (string, error)
		}{
			"no name": {fault.CodeInvalid, "input.required", func() (string, error) {
				return sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{})
			}},
			"a mail that is none": {fault.CodeInvalid, "input.email", func() (string, error) {
				return sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{Name: "a", Email: ptr("a@")})
			}},
			"an account that is not there": {fault.CodeNotFound, "record.not_found", func() (string, error) {
				return sales.CreateContact(w.As(stage.Sales), w.Store, sales.CreateContactInput{Name: "a", AccountID: ptr("acc_0")})
			}},
			"a version that is not the newest": {fault.CodeStaleVersion, "record.stale", func() (string, error) {
				return sales.UpdateContact(w.As(stage.Sales), w.Store, sales.UpdateContactInput{ID: id, ExpectedVersion: 7, Name: ptr("b")})
			}},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) { refuses(t, w, tt.code, tt.rule, tt.verb) })
		}
	})
}

func TestWhomALeadIsConvertedToIsFoundAgain(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		inTx := func(f func(ctx context.Context, tx *store.Tx) error) {
			ltctest.Must(t, w.InTx(w.As(stage.Sales), f))
		}
		phone, other := "+8613800138000", "+8613800138001"
		var first, again *db.Account
		var chen, same, wang *db.Contact
		inTx(func(ctx context.Context, tx *store.Tx) (err error) {
			if first, err = sales.AccountFor(ctx, tx, nil, sales.Prospect{Name: "深圳蓝海科技有限公司"}); err != nil {
				return err
			}
			chen, err = sales.ContactFor(ctx, tx, nil, first.ID, sales.Person{Name: "陈晨", Phone: &phone})
			return err
		})
		inTx(func(ctx context.Context, tx *store.Tx) (err error) {
			if again, err = sales.AccountFor(ctx, tx, nil, sales.Prospect{Name: "深圳蓝海科技股份有限公司"}); err != nil {
				return err
			}
			if same, err = sales.ContactFor(ctx, tx, nil, again.ID, sales.Person{Name: "小陈", Phone: &phone}); err != nil {
				return err
			}
			wang, err = sales.ContactFor(ctx, tx, nil, again.ID, sales.Person{Name: "王", Phone: &other})
			return err
		})
		if again.ID != first.ID || same.ID != chen.ID || wang.ID == chen.ID {
			t.Errorf("accounts %s, %s; contacts %s, %s, %s", first.ID, again.ID, chen.ID, same.ID, wang.ID)
		}
		logged(t, w, 0, "opened account >prospect", "opened contact", "opened contact")
	})
}

func TestAProductHasAnSKUOfItsOwn(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		in := sales.CreateProductInput{Sku: "HX-100", Name: "分拣机", ListPrice: *price(t, "1200.50"), TaxRate: percent(t, "13"), TaxCode: ptr("1090119010000000000")}
		id := ltctest.Got(sales.CreateProduct(w.As(stage.Sales), w.Store, in))(t)
		p := ltctest.Got(w.Reader().Product.Get(t.Context(), id))(t)
		if p.Currency != "CNY" || p.ListPrice.String() != "1200.5" || !p.Active {
			t.Errorf("product = %+v", p)
		}
		create := func(change func(*sales.CreateProductInput)) func() (string, error) {
			in := in
			change(&in)
			return func() (string, error) { return sales.CreateProduct(w.As(stage.Sales), w.Store, in) }
		}
		refuses(t, w, fault.CodeConflict, "product.sku_taken", create(func(*sales.CreateProductInput) {}))
		refuses(t, w, fault.CodeInvalid, "product.tax_code", create(func(in *sales.CreateProductInput) { in.TaxCode = ptr("109") }))
		refuses(t, w, fault.CodeInvalid, "product.tax_rate", create(func(in *sales.CreateProductInput) { in.TaxRate = ptr(money.Whole + 1) }))
		refuses(t, w, fault.CodeInvalid, "input.negative", create(func(in *sales.CreateProductInput) { in.ListPrice = -1 }))
	})
}
