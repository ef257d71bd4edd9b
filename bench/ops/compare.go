package ops

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
)

// Same tells where the limit's answer parts from LTC's: it has to be the same JSON.
func Same(ours, limit []byte) error {
	x, err := data(ours)
	if err != nil {
		return err
	}
	y, err := data(limit)
	if err != nil || reflect.DeepEqual(x, y) {
		return err
	}
	xs, _ := json.Marshal(x)
	ys, _ := json.Marshal(y)
	return parted(xs, ys)
}

// SameRecords tells where an answer in other words parts from LTC's: it has to name the same records, in the same order,
// and to count as many.
func SameRecords(ours, other []byte) error {
	x, err := named(ours)
	if err != nil {
		return err
	}
	y, err := named(other)
	if err != nil || slices.Equal(x, y) {
		return err
	}
	return parted([]byte(fmt.Sprint(x)), []byte(fmt.Sprint(y)))
}

// Written is what a change wrote, looked up by what was answered to it.
func (o Op) Written(ctx context.Context, db *sql.DB, answer []byte) (wrote string, err error) {
	ids, err := named(answer)
	if err != nil || len(ids) == 0 {
		return "", fmt.Errorf("no record is named in %.200s: %w", answer, err)
	}
	err = db.QueryRowContext(ctx, o.Wrote, ids[0]).Scan(&wrote)
	return wrote, err
}

func data(text []byte) (any, error) {
	var got struct{ Data any }
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	err := d.Decode(&got)
	return got.Data, err
}

// parted shows where two answers part.
func parted(a, b []byte) error {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	from := max(0, n-120)
	return fmt.Errorf("answers otherwise:\n LTC: %.300s\n not: %.300s", a[from:], b[from:])
}

// named lists the ids and counts of an answer as they come.
func named(text []byte) ([]string, error) {
	var out []string
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	for last := ""; ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		s := fmt.Sprint(t)
		if last == "id" || last == "count" || last == "totalCount" {
			out = append(out, s)
			s = ""
		}
		last = s
	}
}
