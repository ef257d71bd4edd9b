package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/leadtocash/ltc/bench/data"
	"github.com/leadtocash/ltc/bench/load"
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

const followed = `subscription { stageChanged(filter: {kinds: [OPPORTUNITY]}) { cursor subjectId toStage subject { ... on Opportunity {
	id name version stage amount { amount currency } account { id name } owner { id name } } } } }`

// spreading is a fan-out while it is measured.
type spreading struct {
	*bench
	crowd
	servers   []*servers
	tokens    []string
	taken     []load.Request // moves that nobody has asked for yet
	followers *load.Followers
}

// fanOut opens the sockets on servers of its own, and moves records.
func (b *bench) fanOut(ctx context.Context, c crowd) *fan {
	f, s := &fan{crowd: c}, &spreading{bench: b, crowd: c}
	defer s.end()
	f.refused = s.measure(ctx, f)
	return f
}

// end leaves to the next crowd what this one has not moved.
func (s *spreading) end() {
	for _, r := range s.taken {
		r.Back()
	}
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
