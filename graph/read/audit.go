package read

import (
	"cmp"
	"context"
	"encoding/base64"
	"strconv"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/auditentry"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// AuditNumber is an entry's number as the API shows it.
func AuditNumber(e *db.AuditEntry) string { return strconv.FormatInt(e.ID, 10) }

// AuditEntries are a page of the audit, the newest first; nothing for who is no auditor.
//
// Errors: INVALID page.size, cursor.invalid, filter.text.
func AuditEntries(ctx context.Context, st *store.Store, first *int, after *string, in *AuditFilter) (*AuditConnection, error) {
	n, err := sized("first", first, pageSize)
	if err != nil {
		return nil, err
	}
	if err := in.sound(); err != nil {
		return nil, err
	}
	q := st.Reader().AuditEntry.Query().Where(rows(ctx, id.AuditEntry))
	if after != nil {
		before, err := auditPlace(*after)
		if err != nil {
			return nil, err
		}
		q.Where(auditentry.IDLT(before))
	}
	found, err := in.narrow(q).Order(db.Desc(auditentry.FieldID)).Limit(n + 1).All(ctx)
	if err != nil {
		return nil, store.Translate(err)
	}
	c := &AuditConnection{Edges: []*AuditEdge{}, PageInfo: &PageInfo{HasNextPage: len(found) > n, HasPreviousPage: after != nil}}
	found = found[:min(n, len(found))]
	if err := auditors(ctx, st, found); err != nil {
		return nil, err
	}
	for _, e := range found {
		c.Edges = append(c.Edges, &AuditEdge{base64.RawURLEncoding.EncodeToString([]byte(AuditNumber(e))), e})
	}
	if len(found) > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[len(found)-1].Cursor
	}
	return c, nil
}

func auditPlace(cursor string) (int64, error) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return 0, fault.Invalid("cursor.invalid", nil).At("after")
	}
	n, err := strconv.ParseInt(string(b), 10, 64)
	if err != nil {
		return 0, fault.Invalid("cursor.invalid", nil).At("after")
	}
	return n, nil
}

// sound refuses texts that no database can hold.
func (in *AuditFilter) sound() error {
	if in == nil {
		return nil
	}
	return cmp.Or(soundly("actions", in.Actions...), soundly("actor", given(in.Actor)), soundly("subject", given(in.Subject)))
}

// given is a text, "" where there is none.
func given(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

func (in *AuditFilter) narrow(q *db.AuditEntryQuery) *db.AuditEntryQuery {
	if in == nil {
		return q
	}
	if in.Actions != nil {
		q.Where(auditentry.ActionIn(in.Actions...))
	}
	if in.Actor != nil {
		q.Where(auditentry.Actor(*in.Actor))
	}
	if in.Subject != nil {
		q.Where(auditentry.Subject(*in.Subject))
	}
	if in.From != nil {
		q.Where(auditentry.AtGTE(in.From.UTC()))
	}
	if in.To != nil {
		q.Where(auditentry.AtLT(in.To.UTC()))
	}
	return q
}

// auditors names who acted.
func auditors(ctx context.Context, st *store.Store, es []*db.AuditEntry) error {
	principals := make([]string, len(es))
	for i, e := range es {
		principals[i] = e.Actor
	}
	names, err := namesOf(ctx, st, principals)
	for _, e := range es {
		e.Derive("actorName", names[e.Actor])
	}
	return err
}
