package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/leadtocash/ltc/ltc/demo"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/platform"
)

type demoCommand struct {
	Size string `env:"LTC_DEMO_SIZE" enum:"small,full" default:"small" help:"small or full."`
}

// Run fills a new database; one that has a company is left alone.
func (d demoCommand) Run(ctx context.Context, c *cli) (err error) {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	founded, err := people.Founded(ctx, st)
	if err != nil {
		return err
	}
	if founded {
		return errors.New("this database has a company already; the demo goes into a new one")
	}
	size := demo.Small
	if d.Size == "full" {
		size = demo.Full
	}
	if err := demo.Make(ctx, st, size, now()); err != nil {
		return err
	}
	_, err = fmt.Print(demo.WhoCanSignIn())
	return err
}

type importCommand struct {
	CRMSales crmSalesCommand `cmd:"" name:"crm-sales" help:"The public CRM Sales Opportunities set (accounts, products, teams, pipeline)."`
}

type crmSalesCommand struct {
	Dir      string `arg:"" type:"existingdir" help:"The folder of its CSV files."`
	Rejected string `env:"LTC_IMPORT_REJECTED" default:"rejected.csv" help:"Where rows go that cannot be taken, with the reasons."`
}

// Run imports through the same verbs that people use; started again, it goes on where it stopped.
func (i crmSalesCommand) Run(ctx context.Context, c *cli) (err error) {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return platform.ImportCRMSales(ctx, st, platform.CRMSales{
		Dir: i.Dir, RejectedPath: i.Rejected, Out: os.Stdout, Now: now,
	})
}
