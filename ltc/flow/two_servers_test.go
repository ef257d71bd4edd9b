package flow_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestAMoveThroughOneServerIsHeardThroughTheOther(t *testing.T) {
	url := ltctest.Postgres(t)
	w := ltctest.New(t, url)
	other := ltctest.Got(store.Open(t.Context(), url))(t)
	t.Cleanup(func() { _ = other.Close() })
	follow(t, w.Store) // its feed tells the others
	feed := follow(t, other)

	var h heard
	go func() { _ = hearing(t.Context(), feed, &flow.Cursor{Epoch: 1}, nil, h.hear) }()
	id := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	eventually(t, "the other server's subscriber hears of it", func() bool {
		got := h.all()
		return len(got) == 1 && got[0].SubjectID == id
	})
}
