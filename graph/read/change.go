package read

import (
	"cmp"
	"context"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// ChangeEdge is a row of the log in a page, and its place.
type ChangeEdge struct {
	Cursor flow.Cursor
	Node   *db.Change
}

// StageChangeEdge is an opening or a move in a page, and its place.
type StageChangeEdge = ChangeEdge

// ChangeConnection is a page of the log.
type ChangeConnection struct {
	Edges    []*ChangeEdge
	PageInfo *PageInfo
}

// StageChangeConnection is a page of the log's openings and moves.
type StageChangeConnection = ChangeConnection

// StageChanges are openings and moves after a cursor, the oldest first.
//
// Errors: CURSOR_EXPIRED, INVALID page.size, filter.text.
func StageChanges(ctx context.Context, st *store.Store, first *int, after *flow.Cursor, f *flow.ChangeFilter) (*ChangeConnection, error) {
	l := logPage{cursor: after, step: 1, filter: f, ahead: func(p *flow.Position, n int) ([]*db.Change, error) {
		if p == nil {
			p = &flow.Position{}
		}
		return flow.Read(ctx, st.Reader(), *p, f.Stages(), n, rows(ctx, id.Change))
	}, behind: func(p flow.Position) ([]*db.Change, error) {
		return flow.History(ctx, st.Reader(), &p, f.Stages(), 1, rows(ctx, id.Change))
	}}
	return l.read(ctx, st, first)
}

// Changes are all changes before a cursor, the newest first.
//
// Errors: CURSOR_EXPIRED, INVALID page.size, filter.text.
func Changes(ctx context.Context, st *store.Store, first *int, before *flow.Cursor, f *flow.ChangeFilter) (*ChangeConnection, error) {
	l := logPage{cursor: before, step: -1, filter: f, ahead: func(p *flow.Position, n int) ([]*db.Change, error) {
		return flow.History(ctx, st.Reader(), p, f, n, rows(ctx, id.Change))
	}, behind: func(p flow.Position) ([]*db.Change, error) {
		return flow.Read(ctx, st.Reader(), p, f, 1, rows(ctx, id.Change))
	}}
	return l.read(ctx, st, first)
}

// logPage reads a page of the log in one of its two directions.
type logPage struct {
	cursor *flow.Cursor
	filter *flow.ChangeFilter
	step   int64 // from a row to the next one
	ahead  func(from *flow.Position, most int) ([]*db.Change, error)
	behind func(flow.Position) ([]*db.Change, error)
}

func (l logPage) read(ctx context.Context, st *store.Store, first *int) (*ChangeConnection, error) {
	n, err := sized("first", first, pageSize)
	if err != nil {
		return nil, err
	}
	if err := soundChanges(l.filter); err != nil {
		return nil, err
	}
	epoch, err := epochFor(ctx, st, l.cursor)
	if err != nil {
		return nil, err
	}
	var from *flow.Position
	if l.cursor != nil {
		from = &l.cursor.Position
	}
	cs, err := l.ahead(from, n+1) // one more than is shown tells whether there is more
	if err != nil {
		return nil, store.Translate(err)
	}
	s := Asked(ctx)
	c := &ChangeConnection{PageInfo: &PageInfo{HasNextPage: len(cs) > n}}
	cs = cs[:min(n, len(cs))]
	node, _ := s.at("edges", "node")
	if err := bringChanges(ctx, st, cs, epoch, node); err != nil {
		return nil, err
	}
	for _, ch := range cs {
		c.Edges = append(c.Edges, &ChangeEdge{flow.Cursor{Epoch: epoch, Position: flow.PositionOf(ch)}, ch})
	}
	if _, asked := s.at("pageInfo", "hasPreviousPage"); asked {
		c.PageInfo.HasPreviousPage, err = l.any(cs)
	}
	if len(cs) > 0 {
		start, end := c.Edges[0].Cursor.String(), c.Edges[len(cs)-1].Cursor.String()
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &start, &end
	}
	return c, err
}

// soundChanges refuses texts that no database can hold.
func soundChanges(f *flow.ChangeFilter) error {
	if f == nil {
		return nil
	}
	return cmp.Or(soundly("subject", given(f.Subject)), soundly("journey", given(f.Journey)), soundly("account", given(f.Account)),
		soundly("owner", given(f.Owner)), soundly("actor", given(f.Actor)))
}

// any tells whether something stands before the page: only if a cursor began it.
func (l logPage) any(cs []*db.Change) (bool, error) {
	if l.cursor == nil {
		return false, nil
	}
	p := l.cursor.Position
	p.ID += l.step // so that the cursor's own row is behind an empty page
	if len(cs) > 0 {
		p = flow.PositionOf(cs[0])
	}
	found, err := l.behind(p)
	return len(found) > 0, store.Translate(err)
}

// epochFor is the log's epoch, in which the cursor has to be.
func epochFor(ctx context.Context, st *store.Store, c *flow.Cursor) (int64, error) {
	epoch, err := flow.Epoch(ctx, st.Reader())
	if err != nil {
		return 0, store.Translate(err)
	}
	if c != nil && c.Epoch != epoch {
		return 0, fault.New(fault.CodeCursorExpired, "cursor.expired")
	}
	return epoch, nil
}

// Event brings along what a subscription asks of one change that the viewer may see (Seers).
func Event(ctx context.Context, st *store.Store, c *db.Change, cursor flow.Cursor) error {
	return bringChanges(ctx, st, []*db.Change{c}, cursor.Epoch, Asked(ctx))
}

func bringChanges(ctx context.Context, st *store.Store, cs []*db.Change, epoch int64, s Selection) error {
	for _, c := range cs {
		c.Derive("cursor", &flow.Cursor{Epoch: epoch, Position: flow.PositionOf(c)})
	}
	if err := veil(ctx, st, cs, s); err != nil {
		return err
	}
	if s.has("toName") {
		if err := stagesOf(ctx, st, cs); err != nil {
			return err
		}
	}
	if s.has("actorName") {
		if err := actors(ctx, st, cs); err != nil {
			return err
		}
	}
	if subject, ok := s.at("subject"); ok {
		return subjects(ctx, st, cs, subject)
	}
	return nil
}

// stagesOf names the stages that the changes reached; none for a record without stages.
func stagesOf(ctx context.Context, st *store.Store, cs []*db.Change) error {
	for _, c := range cs {
		if c.ToStage == "" {
			c.Derive("toName", nil)
			continue
		}
		d, err := flow.Document(ctx, st, st.Reader(), c.SubjectKind, c.ProcessVersion)
		if err != nil {
			return store.Translate(err)
		}
		s, _ := d.Find(c.ToStage)
		c.Derive("toName", &s.Name)
	}
	return nil
}

// actors names who acted: people by their names, programs by their tokens' names, all others by what they are.
func actors(ctx context.Context, st *store.Store, cs []*db.Change) error {
	principals := make([]string, len(cs))
	for i, c := range cs {
		principals[i] = c.Actor
	}
	names, err := namesOf(ctx, st, principals)
	for _, c := range cs {
		c.Derive("actorName", names[c.Actor])
	}
	return err
}

// namesOf are the names of principals, by their ids; one that has none is called by its id.
func namesOf(ctx context.Context, st *store.Store, principals []string) (map[string]string, error) {
	names := map[string]string{}
	var users, tokens []string
	for _, p := range principals {
		if _, ok := names[p]; ok {
			continue
		}
		names[p] = p
		switch k, _ := id.KindOf(p); k {
		case id.User:
			users = append(users, p)
		case id.Token:
			tokens = append(tokens, p)
		}
	}
	if len(users) > 0 {
		us, err := st.Reader().User.Query().Where(user.IDIn(users...)).All(ctx)
		if err != nil {
			return names, store.Translate(err)
		}
		for _, u := range us {
			names[u.ID] = u.Name
		}
	}
	if len(tokens) > 0 {
		ts, err := st.Reader().Token.Query().Where(token.IDIn(tokens...)).All(ctx)
		if err != nil {
			return names, store.Translate(err)
		}
		for _, t := range ts {
			names[t.ID] = t.Name
		}
	}
	return names, nil
}

// subjects reads the changes' records as they are now, each kind's at once; nil where one may not be seen.
func subjects(ctx context.Context, st *store.Store, cs []*db.Change, s Selection) error {
	ids := map[id.Kind][]string{}
	for _, c := range cs {
		ids[c.SubjectKind] = append(ids[c.SubjectKind], c.SubjectID)
	}
	byID := map[string]db.Node{}
	for kind, of := range ids {
		found, err := nodes(ctx, st, kind, of)
		if err != nil {
			return err
		}
		if err := Bring(ctx, st, kind, found, s.as(kind)); err != nil {
			return err
		}
		for _, n := range found {
			byID[n.NodeID()] = n
		}
	}
	for _, c := range cs {
		c.Derive("subject", byID[c.SubjectID])
	}
	return nil
}
