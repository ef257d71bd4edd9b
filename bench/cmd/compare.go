package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/leadtocash/ltc/bench/ops"
)

// compare asks all servers the same and refuses to measure what differs: LTC and the limit answer the same JSON,
// PostGraphile the same records in the same order.
func (b *bench) compare(ctx context.Context) error {
	for _, o := range ops.All {
		if o.Writes || !b.wanted(o) {
			continue
		}
		for i := range 3 {
			if err := b.same(ctx, o, i); err != nil {
				return fmt.Errorf("%s: %w", o.Name, err)
			}
		}
	}
	return nil
}

func (b *bench) wanted(o ops.Op) bool { return len(b.Only) == 0 || slices.Contains(b.Only, o.Name) }

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
