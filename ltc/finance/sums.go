package finance

import (
	"entgo.io/ent/dialect/sql"
)

// sum is a row of a query that adds up amounts by a key, in minor units.
type sum struct {
	Key   string `json:"key"`
	Minor int64  `json:"minor"`
}

// sums are the rows by their key.
func sums(rows []sum) map[string]int64 {
	out := make(map[string]int64, len(rows))
	for _, r := range rows {
		out[r.Key] = r.Minor
	}
	return out
}

// by adds up a column for each value of another one.
func by(key, minor string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Select(sql.As(s.C(key), "key"), sql.As(sql.Sum(s.C(minor)), "minor")).GroupBy(s.C(key))
	}
}

// via adds up a column for each of the given values of a column of another table, to which reference points.
func via(reference, table, key, minor string, values []string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		t := sql.Table(table)
		wanted := make([]any, len(values))
		for i, v := range values {
			wanted[i] = v
		}
		s.Join(t).On(s.C(reference), t.C("id")).Where(sql.In(t.C(key), wanted...)).
			Select(sql.As(t.C(key), "key"), sql.As(sql.Sum(s.C(minor)), "minor")).GroupBy(t.C(key))
	}
}
