package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

// questions is how many different ones are compared of an operation that has so many.
const questions = 20

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
		if err := same(ctx, o); err != nil {
			return fmt.Errorf("%s: %w", o.Name, err)
		}
	}
	return nil
}

// same compares answers to questions from all over the world.
func (b *bench) same(ctx context.Context, o ops.Op) error {
	asked := map[string]bool{}
	for i := range questions {
		n := i * 37
		question := fmt.Sprint(o.Next(b.world, n))
		if asked[question] {
			continue
		}
		asked[question] = true
		var answers [3][]byte
		for k, t := range b.targets() {
			r, err := b.at(ctx, b.world, o, t, n)
			if err != nil {
				return err
			}
			if answers[k], err = t.Ask(ctx, r); err != nil {
				return err
			}
		}
		if err := ops.Same(answers[0], answers[1]); err != nil {
			return fmt.Errorf("the limit %w", err)
		}
		if b.peer == nil {
			continue
		}
		if err := ops.SameRecords(answers[0], answers[2]); err != nil {
			return fmt.Errorf("PostGraphile %w", err)
		}
	}
	return nil
}

// wrote lets each server change a record of its own, there and back, and compares what stands in the database then.
func (b *bench) wrote(ctx context.Context, o ops.Op) error {
	w := b.world
	if o.Takes != nil {
		few, back, err := w.Few(ctx, len(b.targets()))
		if err != nil {
			return err
		}
		defer back()
		w = few
	}
	for range 4 {
		var all []string
		for _, t := range b.targets() {
			wrote, err := b.change(ctx, w, o, t)
			if err != nil {
				return err
			}
			all = append(all, wrote)
		}
		if n := slices.IndexFunc(all, func(wrote string) bool { return wrote != all[0] }); n >= 0 {
			return fmt.Errorf("%s writes otherwise:\n LTC: %s\n not: %s", b.targets()[n].Name, all[0], all[n])
		}
	}
	return nil
}

// change lets a server change a record, and answers what it wrote.
func (b *bench) change(ctx context.Context, w *ops.World, o ops.Op, t *load.Target) (string, error) {
	r, err := b.at(ctx, w, o, t, int(b.counters[o.Name].Add(1)-1))
	if err != nil {
		return "", err
	}
	answer, err := t.Ask(ctx, r)
	if err != nil {
		return "", err
	}
	wrote, err := o.Written(ctx, b.db, answer)
	if err != nil {
		return "", fmt.Errorf("%s: %w", t.Name, err)
	}
	return wrote, nil
}
