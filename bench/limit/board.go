package limit

import (
	"database/sql"
	"fmt"
)

// A board's cards come as rows: to name every value of fifty cards takes the database longer than to find them.
const cards = `SELECT o.id, o.name, o.version, o.amount_minor, o.currency, o.next_step, o.next_step_due::text,
	o.account_id, (SELECT a.name FROM accounts a WHERE a.id = o.account_id), o.owner_id, (SELECT u.name FROM users u WHERE u.id = o.owner_id)
	FROM opportunities o WHERE stage = 'proposal' ORDER BY stage_entered_at, id LIMIT 50`

type (
	card struct {
		ID          string  `json:"id"`
		Name        string  `json:"name"`
		Version     int64   `json:"version"`
		Amount      worth   `json:"amount"`
		NextStep    *string `json:"nextStep"`
		NextStepDue *string `json:"nextStepDue"`
		Account     ref     `json:"account"`
		Owner       ref     `json:"owner"`
	}
	worth struct {
		Amount   string `json:"amount"`
		Currency string `json:"currency"`
	}
	ref struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
)

func board(rows *sql.Rows) (any, error) {
	all := make([]card, 0, 50)
	for rows.Next() {
		var c card
		var minor int64
		if err := rows.Scan(&c.ID, &c.Name, &c.Version, &minor, &c.Amount.Currency, &c.NextStep, &c.NextStepDue,
			&c.Account.ID, &c.Account.Name, &c.Owner.ID, &c.Owner.Name); err != nil {
			return nil, err
		}
		c.Amount.Amount = fmt.Sprintf("%d.%02d", minor/100, minor%100)
		all = append(all, c)
	}
	type column struct {
		Stage map[string]string `json:"stage"`
		Cards []card            `json:"cards"`
	}
	columns := []column{{map[string]string{"key": "proposal"}, all}}
	return map[string]any{"board": map[string]any{"columns": columns}}, nil
}
