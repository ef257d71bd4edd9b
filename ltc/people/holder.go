package people

import (
	"context"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// holder is whoever came with a session's or a token's secret: the key, and the viewer that it stands for.
type holder struct {
	key    *standing
	viewer call.Viewer
}

type holdersKey struct{}

// holderOf is the holder of a secret by its hash, found anew at most once a second as long as nothing is written that
// could make them another (store.Kept). Whoever has no right to come is looked up each time.
func holderOf(ctx context.Context, st *store.Store, hash string, find func() (holder, error)) (holder, error) {
	return store.KeptIn[string, holder](st, holdersKey{}).Get(ctx, st, hash, find)
}

// touched is the error of noting that the holder's key was used, which is found anew then; a full disk keeps nobody out.
func touched(st *store.Store, hash string, err error) error {
	store.KeptIn[string, holder](st, holdersKey{}).Drop(hash)
	if fault.CodeOf(err) == fault.CodeStorageFull {
		return nil
	}
	return err
}
