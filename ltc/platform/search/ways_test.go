package search_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestAllWaysFindTheSame(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for i := range 30 {
			account(t, w, fmt.Sprintf("%s%s%d%s有限公司", []string{"苏州", "深圳", "武汉"}[i%3], []string{"博远", "蓝海"}[i%2], 100+i*7, []string{"科技", "智造"}[i/15]))
		}
		w.Drain()
		found := 0
		for _, text := range []string{
			"苏州", "博远", "科技", "有限公司", "苏州 科技", "科技 博远 苏州", "博远100科技", "135", "35智", "1", "sz", "suzhoubo", "szby", "kj", "by 科",
			"AC-2026", "000012", "苏深", "博远 蓝海", "智造有限公司 1", "苏州博远 100",
		} {
			q := search.Query{Text: text, First: 50}
			want := ids(t, w, q, search.Way{})
			found += len(want)
			for _, way := range []search.Way{{Sampled: true}, {Newest: true}, {Sampled: true, Newest: true}} {
				if got := ids(t, w, q, way); !slices.Equal(got, want) {
					t.Errorf("%q by %+v finds %v, want %v", text, way, got, want)
				}
			}
			q.First = 3
			if got := ids(t, w, q, search.Way{Newest: true}); !slices.Equal(got, want[:min(3, len(want))]) {
				t.Errorf("%q first finds %v, want %v", text, got, want)
			}
		}
		if found < 100 {
			t.Errorf("only %d were found at all", found)
		}
	})
}

func ids(t *testing.T, w *ltctest.World, q search.Query, way search.Way) []string {
	t.Helper()
	var out []string
	for _, h := range ltctest.Got(search.FindBy(w.As(stage.Sales), w.Store, q, way))(t) {
		out = append(out, h.RecordID)
	}
	return out
}

func TestADatabaseThatWasFilledBeforeIsFound(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account(t, w, "远景能源")
		account(t, w, "博远智造")
		w.Drain()
		behindItsBack(t, w, "DELETE FROM search_entries", "DELETE FROM readers WHERE id LIKE 'search%'")
		if got := names(t, w, "远"); got != "" {
			t.Fatalf("found %q without entries", got)
		}
		w.Drain()
		if got := names(t, w, "远"); got != "远景能源, 博远智造" {
			t.Errorf("found %q", got)
		}
	})
}

// A word is common where several of the sampled records hold it, and new ones do: places are from the newest on.
func TestWhatIsCommon(t *testing.T) {
	every := func(n, from int) (places []uint16) {
		for p := from; p < 2000; p += n {
			places = append(places, uint16(p)) //nolint:gosec // small
		}
		return places
	}
	for name, tt := range map[string]struct {
		total  int
		places []uint16
		want   bool
	}{
		"half of few records":                        {30_000, every(2, 0), true},
		"half of many records":                       {600_000, every(2, 0), true},
		"one of many records, a new one":             {600_000, []uint16{2}, false},
		"seven of many records, new ones":            {600_000, []uint16{0, 1, 2, 3, 4, 5, 6}, false},
		"eight of many records, new ones":            {600_000, []uint16{0, 1, 2, 3, 4, 5, 6, 7}, true},
		"very many records, that are old":            {600_000, every(1, 1900), false},
		"fewer of few records than are to be ranked": {30_000, every(200, 0), false},
		"nothing of many records":                    {600_000, nil, false},
	} {
		for _, postgres := range []bool{false, true} {
			if got := search.Common(tt.total, 2000, tt.places, postgres); got != tt.want {
				t.Errorf("%s (PostgreSQL: %v): common is %v", name, postgres, got)
			}
		}
	}
	if search.Common(0, 0, nil, true) {
		t.Error("a word is common though nothing was sampled")
	}
}

// A batch of any size is written by the same statements, so that they stay prepared.
func TestEntriesAreWrittenByFewStatements(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		texts := map[string]int{}
		w.Watch(func(_ context.Context, query string) func(error) {
			if strings.Contains(query, " search_entries") || strings.HasPrefix(query, "SELECT id, created_at") {
				texts[query]++
			}
			return func(error) {}
		})
		for batch := 1; batch <= 3; batch++ {
			var made []string
			for i := range 2 * batch {
				made = append(made, account(t, w, fmt.Sprintf("苏州%d%d", batch, i)))
			}
			behindItsBack(t, w, "DELETE FROM accounts WHERE id IN ('"+strings.Join(made[:batch], "', '")+"')")
			w.Drain()
		}
		if len(texts) != 3 {
			t.Errorf("read, dropped and written by %d texts: %v", len(texts), texts)
		}
		var kept int
		ltctest.Must(t, w.SQL().QueryRowContext(t.Context(), `SELECT COUNT(*) FROM search_entries e JOIN accounts a ON a.id = e.record_id
			AND a.created_at = e.made_at AND a.number = e.number AND a.name = e.title`).Scan(&kept))
		if kept != 6 {
			t.Errorf("kept %d", kept)
		}
	})
}

func TestWhatCannotBeLookedForIsNamed(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for want, q := range map[string]search.Query{
			"search.text":  {Text: " 　 ", First: 20},
			"search.words": {Text: "一 二 三 四 五 六 七 八 九", First: 20},
			"search.kind":  {Text: "一", Kinds: []id.Kind{id.User}, First: 20},
			"page.size":    {Text: "一", First: search.MostFirst + 1},
		} {
			_, err := search.Find(w.As(stage.Sales), w.Store, q)
			if f := fault.Of(err); f == nil || f.Rule != want {
				t.Errorf("%+v is refused by %v, want %s", q, err, want)
			}
		}
		for _, text := range []string{"", strings.Repeat("长", search.MostText+1), "\xff"} {
			_, err := search.Find(w.As(stage.Sales), w.Store, search.Query{Text: text, First: 20})
			if f := fault.Of(err); f == nil || f.Rule != "search.text" {
				t.Errorf("%q is refused by %v", text, err)
			}
		}
	})
}

func TestWhateverIsTypedIsFoundOrNot(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		account(t, w, "苏州博远智造")
		account(t, w, "Café ＡＢＣ")
		w.Drain()
		for text, want := range map[string]string{
			"bo'yuan": "苏州博远智造", "su'zhou'bo": "苏州博远智造", "s'z": "苏州博远智造", "博　智": "苏州博远智造", "ｓｕｚｈｏｕ": "苏州博远智造",
			"ＢＯＹＵＡＮ": "苏州博远智造", "cafe\u0301": "Café ＡＢＣ", "café": "Café ＡＢＣ", "ＣＡＦＥ　abc": "Café ＡＢＣ", "abc\u200d": "Café ＡＢＣ",
			"😀": "", "博😀远": "苏州博远智造", "\x00": "", "a\x00bc": "Café ＡＢＣ", "\u202eabc": "Café ＡＢＣ", "\x1b[31m": "", "\ufffd": "", "𠮷": "", "'\"\\;--": "", "NEAR(": "", "caf*": "Café ＡＢＣ",
		} {
			if got := names(t, w, text); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
	})
}
