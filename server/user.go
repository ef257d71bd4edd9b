package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/stage"
)

type userCommand struct {
	Add   userAddCommand   `cmd:"" help:"Make a user; founds the company in a new database."`
	Token userTokenCommand `cmd:"" help:"Make a token with which a program acts for a user; it is shown once."`

	ForgetFactor userForgetFactorCommand `cmd:"" help:"End the second factor of a user who has lost it and all recovery codes."`
}

type userAddCommand struct {
	Name       string `required:"" env:"LTC_USER_NAME" help:"Full name."`
	Email      string `required:"" env:"LTC_USER_EMAIL" help:"With which they sign in."`
	Password   string `env:"LTC_USER_PASSWORD" help:"At least 8 characters; better given by the environment."`
	Department string `env:"LTC_USER_DEPARTMENT" enum:"marketing,sales,legal,delivery,finance,care" default:"sales" help:"Where they work."`
	Admin      bool   `env:"LTC_USER_ADMIN" help:"May do all."`
	Company    string `env:"LTC_COMPANY" default:"My company" help:"The company's name, in a new database."`
	Currency   string `env:"LTC_CURRENCY" default:"CNY" help:"Its base currency."`
	TimeZone   string `name:"time-zone" env:"LTC_TIME_ZONE" default:"Asia/Shanghai" help:"Its time zone."`
	Calendar   string `env:"LTC_CALENDAR" enum:"cn,standard" default:"cn" help:"Its working calendar."`
}

// Run makes the user, and the company where there is none.
func (u userAddCommand) Run(ctx context.Context, c *cli) (err error) {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if ctx, err = systemContext(ctx, st); err != nil {
		return err
	}
	err = people.Found(ctx, st, people.Founding{
		Name: u.Company, Currency: u.Currency, TimeZone: u.TimeZone, Calendar: u.Calendar,
	})
	if err != nil {
		return err
	}
	made, err := people.AddUser(ctx, st, people.NewUser{
		Name: u.Name, Email: u.Email, Password: u.Password, Department: stage.Department(u.Department), Admin: u.Admin,
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(os.Stdout, made.ID, made.Email)
	return err
}

type userTokenCommand struct {
	Email string        `required:"" env:"LTC_USER_EMAIL" help:"Whose."`
	Name  string        `required:"" env:"LTC_TOKEN_NAME" help:"What it is for."`
	For   time.Duration `env:"LTC_TOKEN_FOR" help:"How long it is good, as 720h; without one, until it is revoked."`

	Scope []role.TokenScope `env:"LTC_TOKEN_SCOPES" enum:"READ,WRITE,READ_MARKETING,WRITE_MARKETING,READ_SALES,WRITE_SALES,READ_LEGAL,WRITE_LEGAL,READ_DELIVERY,WRITE_DELIVERY,READ_FINANCE,WRITE_FINANCE,READ_CARE,WRITE_CARE,ADMINISTER" help:"What it may of all that its user may: ${enum}; without one, everything."`
}

// Run makes the token and prints it.
func (u userTokenCommand) Run(ctx context.Context, c *cli) (err error) {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if ctx, err = systemContext(ctx, st); err != nil {
		return err
	}
	var until *time.Time
	if u.For > 0 {
		t := now().UTC().Add(u.For)
		until = &t
	}
	secret, err := people.IssueToken(ctx, st, u.Email, u.Name, until, u.Scope...)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(os.Stdout, secret)
	return err
}

type userForgetFactorCommand struct {
	Email string `required:"" env:"LTC_USER_EMAIL" help:"Whose."`
}

// Run ends the factor; the password alone opens from then on.
func (u userForgetFactorCommand) Run(ctx context.Context, c *cli) (err error) {
	st, err := open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if ctx, err = systemContext(ctx, st); err != nil {
		return err
	}
	return people.ForgetSecondFactor(ctx, st, u.Email)
}
