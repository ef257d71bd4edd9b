package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

// spread is how moves came to their followers, and what that cost the servers.
type spread struct {
	last       []time.Duration // of each move, when the last follower knew
	deliveries int
	cpu        time.Duration
	objects    float64 // allocated by the servers, a delivery
}

func (s spread) median() time.Duration { return s.last[len(s.last)/2] }
func (s spread) worst() time.Duration  { return s.last[len(s.last)-1] }
func (s spread) each() float64         { return float64(s.cpu.Microseconds()) / float64(max(1, s.deliveries)) }

const (
	moves  = 40 // one after the other
	rate   = 10 // moves a second
	steady = 5 * time.Second

	one, all, own = "one", "all", "own"
)

// moves moves records: each when all know of the one before, or one in every so often.
func (s *spreading) moves(ctx context.Context, count int, every time.Duration) (out spread, err error) {
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	defer stop()
	wants, err := s.take(ctx, count)
	if err != nil {
		return out, err
	}
	for _, n := range wants {
		out.deliveries += n
	}
	before, err := s.cpu()
	if err != nil {
		return out, err
	}
	objects, err := s.objects(ctx)
	if err != nil {
		return out, err
	}
	if out.last, err = s.ask(ctx, wants, every); err != nil {
		return out, err
	}
	after, err := s.cpu()
	if err != nil {
		return out, err
	}
	out.cpu = after - before
	allocated, err := s.objects(ctx)
	out.objects = (allocated - objects) / float64(max(1, out.deliveries))
	return out, err
}

// take takes records that are to be moved, and answers how many followers have to be told of each.
func (s *spreading) take(ctx context.Context, count int) (wants []int, err error) {
	move := ops.All[slices.IndexFunc(ops.All, func(o ops.Op) bool { return o.Takes != nil })]
	for range count {
		taken, err := move.Takes(ctx, s.world)
		if err != nil {
			return nil, err
		}
		s.taken = append(s.taken, load.Request{Query: move.Ours, Vars: taken.Vars, Done: taken.Answered, Back: taken.Back})
		n, err := s.see(ctx, taken.Vars["id"].(string))
		if err != nil {
			return nil, err
		}
		wants = append(wants, n)
	}
	return wants, nil
}

// ask asks for what was taken, and answers after how long the last follower knew of each, sorted.
func (s *spreading) ask(ctx context.Context, wants []int, every time.Duration) (last []time.Duration, err error) {
	var told []*load.Told
	asking, asked := errgroup.WithContext(ctx)
	for _, want := range wants {
		r := s.taken[0]
		s.taken = s.taken[1:]
		begun := time.Now()
		t := s.followers.Await(r.Vars["id"].(string), want)
		told = append(told, t)
		asking.Go(func() error {
			_, err := s.servers[0].ours.Ask(asked, r)
			return err
		})
		if every > 0 {
			time.Sleep(every - time.Since(begun))
		} else if err := s.followers.Wait(asked, t); err != nil {
			return nil, errors.Join(err, asking.Wait())
		}
	}
	if err := asking.Wait(); err != nil {
		return nil, err
	}
	for _, t := range told {
		if err := s.followers.Wait(ctx, t); err != nil {
			return nil, err
		}
		last = append(last, t.Last.Sub(t.Begun))
	}
	slices.Sort(last)
	return last, nil
}

// see is how many followers are of people who see a record.
func (s *spreading) see(ctx context.Context, record string) (followers int, err error) {
	if s.who != own {
		return s.sockets, nil
	}
	sees := make([]bool, len(s.tokens))
	group, asking := errgroup.WithContext(ctx)
	group.SetLimit(8)
	for n, token := range s.tokens {
		group.Go(func() error {
			t := *s.servers[0].ours
			t.Header = bearer(token)
			text, err := t.Ask(asking, load.Request{Query: `query($id: ID!) { node(id: $id) { id } }`, Vars: map[string]any{"id": record}})
			sees[n] = bytes.Contains(text, []byte(strings.TrimSpace(record)))
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return 0, fmt.Errorf("who sees %s: %w", record, err)
	}
	for n := range s.sockets {
		if sees[n/len(s.servers)%len(s.tokens)] {
			followers++
		}
	}
	return followers, nil
}
