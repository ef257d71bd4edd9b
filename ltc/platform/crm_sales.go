// Package platform brings other systems' data in. It calls the departments' verbs, under their guards, so that what is
// imported lives by the same rules and stands in the same log as what people do.
package platform

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// system is the name under which external references of this preset are kept.
const system = "crm-sales"

// CRMSales says what to import and where to speak.
type CRMSales struct {
	Dir          string // holds accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv
	RejectedPath string // rows that cannot be taken, with the reasons; written only where there are any
	Out          io.Writer
	Now          func() time.Time
}

// ImportCRMSales loads the public CRM Sales Opportunities set (2016-2017, USD) through the verbs, with its own dates.
// Started again it goes on where it stopped, and makes nothing twice. It prints what came of it.
//
// Errors: INVALID (import.other_currency) for a company that does not work in USD; a file that cannot be read.
func ImportCRMSales(ctx context.Context, st *store.Store, in CRMSales) error {
	i := &crmImport{CRMSales: in, st: st}
	ctx = call.With(ctx, call.New(call.System(""), in.Now(), call.Import))
	if err := i.found(ctx); err != nil {
		return err
	}
	c := call.From(ctx)
	ctx = call.With(ctx, c.As(call.System(i.company.ID)))
	if err := i.know(ctx); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{i.importTeams, i.importProducts, i.importAccounts, i.importPipeline} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if err := flow.Drain(ctx, st); err != nil {
		return err
	}
	return i.report(ctx)
}

// crmImport is one run.
type crmImport struct {
	CRMSales
	st       *store.Store
	company  flow.Company
	known    map[id.Kind]map[string]string // our ids by theirs
	prices   map[string]string             // list prices by the product's name
	rejected []rejection
}

// found makes the company in a new database and publishes the preset's process.
func (i *crmImport) found(ctx context.Context) (err error) {
	founded, err := people.Founded(ctx, i.st)
	if err != nil {
		return err
	}
	if !founded {
		err = people.Found(ctx, i.st, people.Founding{
			Name: "CRM Sales", Currency: "USD", TimeZone: "America/New_York", Calendar: worktime.Standard,
		})
		if err != nil {
			return err
		}
	}
	if i.company, err = flow.CompanyOf(ctx, i.st, i.st.Reader()); err != nil {
		return err
	}
	if i.company.Currency != "USD" {
		return fault.Invalid("import.other_currency", map[string]any{"currency": "USD", "company": i.company.Currency})
	}
	return i.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		return flow.Publish(ctx, tx, id.Opportunity, system, sales.CRMPreset)
	})
}

// know reads what an earlier run has made.
func (i *crmImport) know(ctx context.Context) error {
	i.known = map[id.Kind]map[string]string{}
	for _, kind := range []id.Kind{id.User, id.Product, id.Account, id.Opportunity} {
		refs, err := store.Known(ctx, i.st.Reader(), system, kind)
		if err != nil {
			return err
		}
		i.known[kind] = refs
	}
	return nil
}

// remember keeps their name for a record of ours.
func (i *crmImport) remember(ctx context.Context, kind id.Kind, theirs, ours string) error {
	return i.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.Remember(ctx, system, theirs, kind, ours)
	})
}

func (i *crmImport) say(format string, args ...any) {
	fmt.Fprintf(i.Out, format+"\n", args...)
}

func (i *crmImport) file(name string) string { return filepath.Join(i.Dir, name) }

// morning is nine o'clock of a day at the company: when what the source only dates has happened.
func (i *crmImport) morning(d worktime.Date) time.Time {
	return d.Start(i.company.Calendar.Zone()).Add(9 * time.Hour)
}
