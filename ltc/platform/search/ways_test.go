package search_test

import (
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
