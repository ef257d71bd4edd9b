package platform

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// aliases mend what the source misspells.
var aliases = map[string]string{
	"GTXPro": "GTX Pro", "technolgy": "technology", "Philipines": "Philippines", //nolint:misspell // the source's words
}

func mend(s string) string {
	s = strings.TrimSpace(s)
	if a, ok := aliases[s]; ok {
		return a
	}
	return s
}

// importTeams makes the managers, then their agents. Nobody of them can sign in until given a password.
func (i *crmImport) importTeams(ctx context.Context) error {
	rows, err := readCSV(i.file("sales_teams.csv"), "sales_agent", "manager", "regional_office")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := i.person(ctx, r.get("manager"), "Manager, "+r.get("regional_office"), ""); err != nil {
			return err
		}
	}
	for _, r := range rows {
		manager := i.known[id.User][r.get("manager")]
		if err := i.person(ctx, r.get("sales_agent"), "Sales agent, "+r.get("regional_office"), manager); err != nil {
			return err
		}
	}
	i.say("people: %d", len(i.known[id.User]))
	return nil
}

func (i *crmImport) person(ctx context.Context, name, title, managerID string) error {
	if i.known[id.User][name] != "" {
		return nil
	}
	return i.st.InTx(ctx, func(ctx context.Context, _ *store.Tx) error {
		u, err := people.AddUser(ctx, i.st, people.NewUser{
			Name: name, Title: title, Email: strings.ReplaceAll(strings.ToLower(name), " ", ".") + "@crm-sales.example",
			Department: stage.Sales, ManagerID: managerID, Language: user.LanguageEn,
		})
		if err != nil {
			return err
		}
		i.known[id.User][name] = u.ID
		return i.remember(ctx, id.User, name, u.ID)
	})
}

func (i *crmImport) importProducts(ctx context.Context) error {
	rows, err := readCSV(i.file("products.csv"), "product", "series", "sales_price")
	if err != nil {
		return err
	}
	i.prices = map[string]string{}
	for _, r := range rows {
		name := mend(r.get("product"))
		i.prices[name] = r.get("sales_price")
		if i.known[id.Product][name] != "" {
			continue
		}
		price, err := money.ParsePrice(r.get("sales_price"))
		if err != nil {
			return fmt.Errorf("products.csv, line %d: %w", r.line, err)
		}
		made, err := i.make(ctx, id.Product, name, func(ctx context.Context) (string, error) {
			return sales.CreateProduct(ctx, i.st, sales.CreateProductInput{
				Sku: strings.ReplaceAll(strings.ToUpper(name), " ", "-"), Name: name, ListPrice: price,
			})
		})
		if err != nil {
			return fmt.Errorf("products.csv, line %d: %w", r.line, err)
		}
		i.known[id.Product][name] = made
	}
	i.say("products: %d", len(i.known[id.Product]))
	return nil
}

// importAccounts makes groups before their subsidiaries.
func (i *crmImport) importAccounts(ctx context.Context) error {
	rows, err := readCSV(i.file("accounts.csv"), "account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of")
	if err != nil {
		return err
	}
	for _, subsidiaries := range []bool{false, true} {
		for _, r := range rows {
			if (r.get("subsidiary_of") != "") != subsidiaries || i.known[id.Account][r.get("account")] != "" {
				continue
			}
			if err := i.account(ctx, r); err != nil {
				return fmt.Errorf("accounts.csv, line %d: %w", r.line, err)
			}
		}
	}
	i.say("accounts: %d", len(i.known[id.Account]))
	return nil
}

func (i *crmImport) account(ctx context.Context, r record) error {
	revenue, err := millions(r.get("revenue"))
	if err != nil {
		return err
	}
	employees, err := strconv.Atoi(r.get("employees"))
	if err != nil {
		return err
	}
	founded, err := strconv.Atoi(r.get("year_established"))
	if err != nil {
		return err
	}
	sector, region, yes := mend(r.get("sector")), mend(r.get("office_location")), true
	in := sales.CreateAccountInput{
		Name: r.get("account"), Industry: &sector, Region: &region, Employees: &employees, Founded: &founded,
		Revenue: &money.Input{Amount: revenue, Currency: "USD"}, AllowDuplicate: &yes,
	}
	if group := r.get("subsidiary_of"); group != "" {
		parent, ok := i.known[id.Account][group]
		if !ok {
			return fmt.Errorf("the group %q is not in the file", group)
		}
		in.ParentID = &parent
	}
	made, err := i.make(ctx, id.Account, in.Name, func(ctx context.Context) (string, error) {
		return sales.CreateAccount(ctx, i.st, in)
	})
	i.known[id.Account][in.Name] = made
	return err
}

// make runs a verb and remembers their name for its record, in one transaction.
func (i *crmImport) make(ctx context.Context, kind id.Kind, theirs string, verb func(context.Context) (string, error)) (ours string, err error) {
	err = i.st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if ours, err = verb(ctx); err != nil {
			return err
		}
		return tx.Remember(ctx, system, theirs, kind, ours)
	})
	return ours, err
}

// millions turns "1100.04" million dollars into dollars, exactly.
func millions(s string) (string, error) {
	q, err := money.ParseQuantity(s) // millionths of a million are ones
	return strconv.FormatInt(int64(q), 10), err
}
