package sales

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db/account"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Candidate is an account that may be the same company.
type Candidate struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// cleanUSCC brings a 统一社会信用代码 into capitals and checks its last digit. An empty one is none.
func cleanUSCC(p *fault.Problems, code **string) {
	if trim(code); *code == nil {
		return
	}
	capitals := strings.ToUpper(**code)
	p.Unless(validUSCC(capitals), "uscc", "account.uscc_wrong")
	*code = &capitals
}

// text is a field of an input with a text that may be missing.
type text struct {
	path  string
	value *string
}

// bound notes the texts that are longer than a column takes.
func bound(p *fault.Problems, most int, texts ...text) {
	for _, t := range texts {
		p.Short(t.path, t.value, most)
	}
}

// cleanFigures bounds the figures of an account.
func cleanFigures(p *fault.Problems, paymentDays, employees, founded *int) {
	p.Unless(paymentDays == nil || *paymentDays >= 0, "paymentDays", "input.negative")
	p.Unless(paymentDays == nil || *paymentDays <= 3650, "paymentDays", "input.too_long")
	p.Unless(employees == nil || *employees >= 0, "employees", "input.negative")
	p.Unless(founded == nil || *founded >= 0, "founded", "input.negative")
}

// unlike refuses a name that an account has already, and answers which ones (R49).
func unlike(ctx context.Context, tx *store.Tx, name string) error {
	like, err := likeNamed(ctx, tx, name)
	if err != nil || len(like) == 0 {
		return err
	}
	candidates := make([]Candidate, len(like))
	for i, a := range like {
		candidates[i] = Candidate{ID: a.ID, Name: a.Name}
	}
	return fault.New(fault.CodeDuplicateSuspected, "account.duplicate").At("name").
		With("name", like[0].Name).Helping("candidates", candidates)
}

// unusedCode refuses a 统一社会信用代码 that another account has; there is one company of a code.
func unusedCode(ctx context.Context, tx *store.Tx, code *string, accountID string) error {
	if code == nil {
		return nil
	}
	if err := tx.Lock(ctx, "account of code "+*code); err != nil {
		return err
	}
	other, err := tx.Account.Query().Where(account.Uscc(*code), account.IDNEQ(accountID)).First(ctx)
	if store.Missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return fault.New(fault.CodeConflict, "account.uscc_taken").At("uscc").With("name", other.Name).
		Helping("candidates", []Candidate{{ID: other.ID, Name: other.Name}})
}

// groupOf refuses a group that is not there, or that belongs to the account itself.
func groupOf(ctx context.Context, tx *store.Tx, parentID *string, accountID string) error {
	for at := parentID; at != nil; {
		if *at == accountID {
			return fault.Invalid("account.parent_cycle", nil).At("parentId")
		}
		a, err := tx.Account.Get(ctx, *at)
		if err != nil {
			return absent(err, "parentId", *at)
		}
		at = a.ParentID
	}
	return nil
}
