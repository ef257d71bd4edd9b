package ops

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/leadtocash/ltc/bench/load"
)

// Depth is after how many rows the deep page begins, where the set has so many.
const Depth = 10_000

// step is how many rows are paged over at a time.
const step = 200

const (
	deepOurs = `{ leads(first: %d, %s filter: {categories: [WORKING]}, orderBy: {field: CREATED_AT, direction: DESC}) {
		pageInfo { hasNextPage endCursor } } }`
	deepPeer = `{ leads: allLeads(first: %d, %s condition: {stageCategory: "working"}, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) {
		pageInfo { hasNextPage endCursor } } }`
)

// GoDeep pages to where the deep page begins, by each server's own cursors; PostGraphile may be missing.
func (w *World) GoDeep(ctx context.Context, ours, peer *load.Target) (err error) {
	if w.After, err = deep(ctx, ours, deepOurs); err != nil || peer == nil {
		return err
	}
	w.PeerAfter, err = deep(ctx, peer, deepPeer)
	return err
}

// LookDeep looks up in PostgreSQL which values stand where the deep page begins.
func (w *World) LookDeep(ctx context.Context, db *sql.DB) error {
	var has int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM leads WHERE stage_category = 'working'`).Scan(&has); err != nil {
		return err
	}
	const at = `SELECT created_at::text, id FROM leads WHERE stage_category = 'working' ORDER BY created_at DESC, id DESC OFFSET $1 LIMIT 1`
	return db.QueryRowContext(ctx, at, min(Depth, (has-1)/step*step)-1).Scan(&w.AfterAt, &w.AfterID)
}

// deep is the cursor at the depth, or of the last page but one where there are fewer rows.
func deep(ctx context.Context, t *load.Target, query string) (cursor string, err error) {
	after := ""
	for range Depth / step {
		text, err := t.Ask(ctx, load.Request{Query: fmt.Sprintf(query, step, after)})
		if err != nil {
			return "", err
		}
		var got struct {
			Data struct {
				Leads struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
		if err := json.Unmarshal(text, &got); err != nil || !got.Data.Leads.PageInfo.HasNextPage {
			return cursor, err
		}
		cursor = got.Data.Leads.PageInfo.EndCursor
		after = fmt.Sprintf("after: %q,", cursor)
	}
	return cursor, nil
}
