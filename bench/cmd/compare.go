package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/bench/ops"
)

// compare asks all servers the same and refuses to measure what differs: LTC and the limit answer the same JSON,
// PostGraphile the same records in the same order; and all of them write the same.
func (b *bench) compare(ctx context.Context) error {
	for _, o := range ops.All {
		if !b.wanted(o) {
			continue
		}
		same := b.same
		if o.Writes {
			same = b.wrote
		}
		for i := range 3 {
			if err := same(ctx, o, i); err != nil {
				return fmt.Errorf("%s: %w", o.Name, err)
			}
		}
	}
	return nil
}

// wrote lets each server change a record of its own and compares what stands in the database then.
func (b *bench) wrote(ctx context.Context, o ops.Op, _ int) error {
	var first string
	for _, t := range b.targets() {
		text, err := t.Ask(ctx, b.request(o, t))
		if err != nil {
			return err
		}
		ids, err := named(text)
		if err != nil || len(ids) == 0 {
			return fmt.Errorf("%s names no record: %.200s: %w", t.Name, text, err)
		}
		var wrote string
		if err := b.db.QueryRowContext(ctx, o.Wrote, ids[0]).Scan(&wrote); err != nil {
			return fmt.Errorf("%s: what it wrote: %w", t.Name, err)
		}
		if t == b.ours {
			first = wrote
		} else if wrote != first {
			return fmt.Errorf("%s writes otherwise:\n LTC: %s\n not: %s", t.Name, first, wrote)
		}
	}
	return nil
}

// wanted tells whether an operation is to be measured; a comma in its name ends what the command line can say of it.
func (b *bench) wanted(o ops.Op) bool {
	name, _, _ := strings.Cut(o.Name, ",")
	return len(b.Only) == 0 || slices.Contains(b.Only, name)
}

func (b *bench) same(ctx context.Context, o ops.Op, i int) error {
	var whole [3]any
	var records [3][]string
	for n, t := range b.targets() {
		text, err := t.Ask(ctx, b.at(o, t, i))
		if err != nil {
			return err
		}
		var got struct{ Data any }
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		if err := d.Decode(&got); err != nil {
			return err
		}
		whole[n] = got.Data
		if records[n], err = named(text); err != nil {
			return err
		}
	}
	if !reflect.DeepEqual(whole[0], whole[1]) {
		x, _ := json.Marshal(whole[0])
		y, _ := json.Marshal(whole[1])
		return differ("the limit", x, y)
	}
	if b.peer != nil && !slices.Equal(records[0], records[2]) {
		return differ("PostGraphile", []byte(fmt.Sprint(records[0])), []byte(fmt.Sprint(records[2])))
	}
	return nil
}

// differ shows where two answers part.
func differ(who string, a, b []byte) error {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	from := max(0, n-120)
	return fmt.Errorf("%s answers otherwise:\n LTC: %.300s\n not: %.300s", who, a[from:], b[from:])
}

// named lists the ids and counts of an answer as they come.
func named(text []byte) ([]string, error) {
	var out []string
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	for last := ""; ; {
		t, err := d.Token()
		if err != nil {
			if len(out) == 0 && len(text) == 0 {
				return nil, err
			}
			return out, nil
		}
		s := fmt.Sprint(t)
		if last == "id" || last == "count" {
			out = append(out, s)
			s = ""
		}
		last = s
	}
}
