package graph

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/graph/read"
	"github.com/leadtocash/ltc/ltc/call"
)

// telling is one change as it is told to whoever asks the same of it with the same rights: read and written once.
type telling struct {
	begun time.Time
	made  chan struct{} // closed when all below is known
	seen  bool          // whether they may see the change at all
	data  []byte        // the answer
	errs  gqlerror.List // and its errors
	err   error         // why there is none
}

// fresh is how long a telling stands: followers hear of a change within moments of each other, and who comes later
// asks for the record as it is by then.
const fresh = 250 * time.Millisecond

// tellings are those that followers may share now.
type tellings struct {
	mu    sync.Mutex
	m     map[tellingKey]*telling
	swept time.Time
}

type tellingKey struct {
	change   int64
	now      int64  // as of when it is asked, in microseconds
	question string // what is asked of it, and who asks
}

// of is a change's telling. The first who needs it makes it, the others wait for it.
func (t *tellings) of(ctx context.Context, k tellingKey, do func(*telling)) *telling {
	x, mine := t.at(k, time.Now()) //nolint:forbidigo // how old a telling is, not when a record changed
	if mine {
		x.make(do)
		return x
	}
	select {
	case <-x.made:
		return x
	case <-ctx.Done():
		return &telling{err: ctx.Err()}
	}
}

// at is the telling under a key, and whether it is the caller's to make.
func (t *tellings) at(k tellingKey, now time.Time) (x *telling, mine bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if x = t.m[k]; x != nil && now.Sub(x.begun) < fresh {
		return x, false
	}
	if now.Sub(t.swept) >= fresh {
		t.swept = now
		for k, old := range t.m {
			if now.Sub(old.begun) >= fresh {
				delete(t.m, k)
			}
		}
	}
	x = newTelling(now)
	t.m[k] = x
	return x, true
}

func newTelling(now time.Time) *telling { return &telling{begun: now, made: make(chan struct{})} }

// make never leaves anybody waiting.
func (x *telling) make(do func(*telling)) {
	defer close(x.made)
	do(x)
}

// answer writes the telling as the answer of whoever is told, with its errors.
func (x *telling) answer(ctx context.Context) graphql.Marshaler {
	for _, e := range x.errs {
		own := *e
		graphql.AddError(ctx, &own)
	}
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(x.data) })
}

// one is a change that is being told; the subscription's field then sends this one only.
type one struct {
	change *db.Change
	seen   bool
	err    error
}

type oneKey struct{}

func theOne(ctx context.Context) *one {
	o, _ := ctx.Value(oneKey{}).(*one)
	return o
}

// tell makes a telling: it runs the operation over this change alone, as it would run for the caller.
func (r *root) tell(f *following, k call.Call, c *db.Change, x *telling) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(f.ctx), mostTime) // others wait for it, whoever goes
	defer stop()
	defer func() {
		if p := recover(); p != nil {
			r.log.ErrorContext(ctx, "a subscription panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			x.err = fmt.Errorf("panic: %v", p)
		}
	}()
	mine := *c // the feed hands the same row to all followers
	o := &one{change: &mine}
	ctx = context.WithValue(call.With(ctx, k), oneKey{}, o)
	begun := r.responding(ctx)
	answers := r.schema.Exec(begun)
	if errs := graphql.GetErrors(begun); errs != nil {
		x.err = errs
		return
	}
	if x.seen, x.err = o.seen, o.err; x.err != nil || !x.seen {
		return
	}
	ctx = r.responding(ctx)
	if answer := answers(ctx); answer != nil {
		x.data, x.errs = answer.Data, graphql.GetErrors(ctx)
		return
	}
	x.err = errors.Join(errNoAnswer, ctx.Err())
}

var errNoAnswer = errors.New("a change that is seen has no answer")

func (r *root) responding(ctx context.Context) context.Context {
	return graphql.WithResponseContext(ctx, present(r.log), recovered(r.log))
}

// only is the stream of the one change, if it may be seen.
func (s subscription) only(ctx context.Context, o *one) <-chan *db.Change {
	out := make(chan *db.Change, 1)
	defer close(out)
	if o.seen, o.err = read.Event(ctx, s.st, o.change, s.feed.CursorOf(o.change)); o.err == nil && o.seen {
		out <- o.change
	}
	return out
}
