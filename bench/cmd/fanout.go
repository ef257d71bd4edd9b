package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
	"github.com/leadtocash/ltc/ltc/role"
)

// fan is what a fan-out saw.
type fan struct {
	crowd
	refused error // why there are no figures
	opened  time.Duration
	memory  int64 // of the servers, a follower
	single  spread
	many    spread
}

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

const followed = `subscription { stageChanged(filter: {kinds: [OPPORTUNITY]}) { cursor subjectId toStage subject { ... on Opportunity {
	id name version stage amount { amount currency } account { id name } owner { id name } } } } }`

// spreading is a fan-out while it is measured.
type spreading struct {
	*bench
	crowd
	servers   []*servers
	tokens    []string
	followers *load.Followers
}

// fanOut opens the sockets on servers of its own, and moves records.
func (b *bench) fanOut(ctx context.Context, c crowd) *fan {
	f, s := &fan{crowd: c}, &spreading{bench: b, crowd: c}
	defer s.end()
	f.refused = s.measure(ctx, f)
	return f
}

func (s *spreading) end() {
	if s.followers != nil {
		s.followers.Close()
	}
	for _, x := range s.servers {
		x.close()
	}
}

func (s *spreading) measure(ctx context.Context, f *fan) (err error) {
	if s.tokens, err = s.people(ctx); err != nil {
		return err
	}
	if s.followers, err = load.Follow(); err != nil {
		return err
	}
	for range s.crowd.servers {
		x := &servers{}
		s.servers = append(s.servers, x)
		if err := x.serve(ctx, s.url, s.tokens[0]); err != nil {
			return err
		}
	}
	if err := s.open(ctx, f); err != nil {
		return err
	}
	done := s.profileFan(ctx, s.servers[0], s.crowd)
	if f.single, err = s.moves(ctx, moves, 0); err != nil {
		return err
	}
	if f.many, err = s.moves(ctx, int(rate*steady.Seconds()), time.Second/rate); err != nil {
		return err
	}
	return <-done
}

func bearer(token string) http.Header { return http.Header{"Authorization": {"Bearer " + token}} }

// people are the tokens of those whose the followers are; the first one moves the records too.
func (s *spreading) people(ctx context.Context) ([]string, error) {
	first, err := s.token(ctx, data.Everything)
	if err != nil || s.who == one {
		return []string{first}, err
	}
	if err := s.sight(ctx); err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT email FROM users WHERE status = 'active' AND email <> $1 ORDER BY id`, data.Everything)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	tokens := []string{first}
	for rows.Next() {
		var email string
		if err := rows.Scan(&email); err != nil {
			return nil, err
		}
		token, err := s.token(ctx, email)
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, token)
	}
	return tokens, rows.Err()
}

// sight makes auditors of all, or of nobody but her who sees everything anyway: the crowd before may have been another.
func (s *spreading) sight(ctx context.Context) error {
	const (
		give = `INSERT INTO user_roles (user_id, role_id) SELECT u.id, r.id FROM users u, roles r WHERE r.key = $1 AND u.email <> $2 ON CONFLICT DO NOTHING`
		take = `DELETE FROM user_roles WHERE role_id IN (SELECT id FROM roles WHERE key = $1) AND user_id NOT IN (SELECT id FROM users WHERE email = $2)`
	)
	statement := take
	if s.who == all {
		statement = give
	}
	_, err := s.db.ExecContext(ctx, statement, role.Auditor, data.Everything)
	return err
}

// open opens all sockets, by turns on each server and of each person.
func (s *spreading) open(ctx context.Context, f *fan) error {
	before, err := s.rss()
	if err != nil {
		return err
	}
	begin := time.Now()
	group, opening := errgroup.WithContext(ctx)
	group.SetLimit(16)
	for n := range s.sockets {
		t := *s.servers[n%len(s.servers)].ours
		t.Header = bearer(s.tokens[n/len(s.servers)%len(s.tokens)])
		group.Go(func() error { return s.followers.Add(opening, &t, followed) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	f.opened = time.Since(begin)
	time.Sleep(3 * time.Second) // what was asked last has to have begun
	after, err := s.rss()
	f.memory = (after - before) / int64(s.sockets)
	return errors.Join(err, s.followers.Err())
}

func (s *spreading) rss() (int64, error) {
	return sum(s.servers, func(t *load.Target) (int64, error) { return load.RSS(t.PID) })
}

func (s *spreading) cpu() (time.Duration, error) {
	return sum(s.servers, func(t *load.Target) (time.Duration, error) { return load.CPU(t.PID) })
}

func (s *spreading) objects(ctx context.Context) (float64, error) {
	return sum(s.servers, func(t *load.Target) (float64, error) { return t.Objects(ctx) })
}

// sum adds up what there is of each server.
func sum[N int64 | float64 | time.Duration](all []*servers, of func(*load.Target) (N, error)) (total N, err error) {
	for _, x := range all {
		n, err := of(x.ours)
		if err != nil {
			return 0, err
		}
		total += n
	}
	return total, nil
}

// moves moves records: each when all know of the one before, or one in every so often.
func (s *spreading) moves(ctx context.Context, count int, every time.Duration) (out spread, err error) {
	ctx, stop := context.WithTimeout(ctx, 2*time.Minute)
	defer stop()
	requests, wants := make([]load.Request, count), make([]int, count)
	for i := range requests {
		requests[i] = s.nextMove()
		if wants[i], err = s.see(ctx, requests[i].Vars["id"].(string)); err != nil {
			return out, err
		}
		out.deliveries += wants[i]
	}
	before, err := s.cpu()
	if err != nil {
		return out, err
	}
	objects, err := s.objects(ctx)
	if err != nil {
		return out, err
	}
	if out.last, err = s.ask(ctx, requests, wants, every); err != nil {
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

// ask sends the requests, and answers after how long the last follower knew of each, sorted.
func (s *spreading) ask(ctx context.Context, requests []load.Request, wants []int, every time.Duration) (last []time.Duration, err error) {
	told := make([]*load.Told, len(requests))
	asking, asked := errgroup.WithContext(ctx)
	for i, r := range requests {
		begun := time.Now()
		told[i] = s.followers.Await(r.Vars["id"].(string), wants[i])
		asking.Go(func() error {
			_, err := s.servers[0].ours.Ask(asked, r)
			return err
		})
		if every > 0 {
			time.Sleep(every - time.Since(begun))
		} else if err := s.followers.Wait(asked, told[i]); err != nil {
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

func (s *spreading) nextMove() load.Request {
	move := ops.All[slices.IndexFunc(ops.All, func(o ops.Op) bool { return o.Takes != nil })]
	vars, done := move.Takes(s.world)
	return load.Request{Query: move.Ours, Vars: vars, Done: done}
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
