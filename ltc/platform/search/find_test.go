package search_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/platform/search"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

// account makes one by its verb.
func account(t *testing.T, w *ltctest.World, name string, more ...func(*sales.CreateAccountInput)) string {
	t.Helper()
	in := sales.CreateAccountInput{Name: name}
	for _, f := range more {
		f(&in)
	}
	w.Wait(time.Minute)
	return ltctest.Got(sales.CreateAccount(w.As(stage.Sales), w.Store, in))(t)
}

// names are the titles of what the salesperson finds, in order.
func names(t *testing.T, w *ltctest.World, text string) string {
	t.Helper()
	var out []string
	for _, h := range ltctest.Got(search.Find(w.As(stage.Sales), w.Store, search.Query{Text: text, First: 20}))(t) {
		out = append(out, h.Title)
	}
	return strings.Join(out, ", ")
}

func TestARecordIsFound(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		for _, name := range []string{"苏州博远智造有限公司", "重庆长城 WMS-2.0 科技", "Müller & Söhne", "吕梁绿源", "ＡＢＣ物流"} {
			account(t, w, name)
		}
		w.Drain()
		for text, want := range map[string]string{
			"博远": "苏州博远智造有限公司", "远": "苏州博远智造有限公司", "远智造有": "苏州博远智造有限公司", "州 造": "苏州博远智造有限公司",
			"suzhou": "苏州博远智造有限公司", "boyuanzhi": "苏州博远智造有限公司", "SZBY": "苏州博远智造有限公司", "byz": "苏州博远智造有限公司", "sz": "苏州博远智造有限公司",
			"chongqing": "重庆长城 WMS-2.0 科技", "zhongqing": "重庆长城 WMS-2.0 科技", "cqcc": "重庆长城 WMS-2.0 科技", "cqzc": "重庆长城 WMS-2.0 科技",
			"wms": "重庆长城 WMS-2.0 科技", "WMS2": "重庆长城 WMS-2.0 科技", "wms-2.0": "重庆长城 WMS-2.0 科技", "2": "重庆长城 WMS-2.0 科技",
			"muller": "Müller & Söhne", "MÜLLER": "Müller & Söhne", "öhn": "Müller & Söhne", "so": "Müller & Söhne",
			"lvliang": "吕梁绿源", "lüliang": "吕梁绿源", "luliang": "吕梁绿源", "llly": "吕梁绿源",
			"abc": "ＡＢＣ物流", "abc物": "ＡＢＣ物流", "Ａｂｃ": "ＡＢＣ物流",
			"ms": "", "q": "", "博近": "", "博远 abc": "", "%": "", "_": "", "（）": "", "' OR 1=1": "",
		} {
			if got := names(t, w, text); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
	})
}

func TestTheBestIsFirst(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		phone := "138 1234 5678"
		for _, name := range []string{"海天", "上海海天", "海天味业", "新海天一", "新海天二", "海甜食品", "Ötztal", "ÖTZTAL Bahn"} {
			account(t, w, name)
		}
		ltctest.Got(marketing.CaptureLead(w.As(stage.Sales), w.Store, marketing.CaptureLeadInput{Name: "Zürich", Company: "某公司", Phone: &phone}))(t)
		account(t, w, "Zürich Nord")
		account(t, w, "13812345678 号仓库")
		account(t, w, "某某", func(in *sales.CreateAccountInput) { in.Phone = &phone })
		w.Drain()
		for text, want := range map[string]string{
			"海天":            "海天, 海天味业, 新海天二, 新海天一, 上海海天",
			"haitian":       "海甜食品, 海天味业, 海天, 新海天二, 新海天一, 上海海天",
			"13812345678":   "某某, Zürich, 13812345678 号仓库",
			"138-1234-5678": "某某, Zürich, 13812345678 号仓库",
			"ötztal":        "Ötztal, ÖTZTAL Bahn",
			"otztal":        "Ötztal, ÖTZTAL Bahn",
			"ZÜRICH":        "Zürich, Zürich Nord",
			"zürich nord":   "Zürich Nord",
		} {
			if got := names(t, w, text); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
	})
}

func TestACustomerIsFoundBeforeWhatIsAboutThem(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ctx := w.As(stage.Sales)
		phone, email := "13812345678", "sun@ruifeng.example"
		a := account(t, w, "上海瑞丰智造有限公司")
		ltctest.Got(sales.CreateContact(ctx, w.Store, sales.CreateContactInput{AccountID: &a, Name: "瑞丰华", Phone: &phone}))(t)
		w.Wait(time.Minute)
		ltctest.Got(marketing.CaptureLead(ctx, w.Store, marketing.CaptureLeadInput{Name: "孙建国", Company: "上海瑞丰智造", Email: &email}))(t)
		w.Drain()
		for text, want := range map[string]string{
			"上海瑞丰": "上海瑞丰智造有限公司, 孙建国",
			"瑞丰":   "瑞丰华, 上海瑞丰智造有限公司, 孙建国",
			"rfz":  "上海瑞丰智造有限公司, 孙建国",
		} {
			if got := names(t, w, text); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
	})
}

func TestWhatChangedIsFoundByWhatItIs(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		a := account(t, w, "远景能源")
		w.Drain()
		name := "启明动力"
		ltctest.Got(sales.UpdateAccount(w.As(stage.Sales), w.Store, sales.UpdateAccountInput{ID: a, ExpectedVersion: 1, Name: &name}))(t)
		w.Drain()
		if got := names(t, w, "远景") + names(t, w, "qmdl"); got != "启明动力" {
			t.Errorf("found %q", got)
		}
	})
}

func TestAHitSaysWhereItWasFound(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		email := "chen@lanhai.example"
		ctx := w.As(stage.Sales)
		ltctest.Got(marketing.CaptureLead(ctx, w.Store, marketing.CaptureLeadInput{Name: "陈海燕", Company: "深圳蓝海科技", Email: &email}))(t)
		w.Drain()
		for text, want := range map[string]string{
			"lanhai": "email=chen@[lanhai].example company=深圳[蓝海]科技", "hy": "", "chy": "name=[陈海燕]", "海 科": "name=陈[海]燕 company=深圳蓝[海][科]技",
		} {
			got := []string{}
			for _, h := range ltctest.Got(search.Find(ctx, w.Store, search.Query{Text: text, First: 1}))(t) {
				for _, m := range h.Matches {
					got = append(got, m.Field+"="+shown(m.Parts))
				}
			}
			slices.Sort(got)
			all := strings.Fields(strings.ReplaceAll(want, "][", ""))
			slices.Sort(all)
			if strings.Join(got, " ") != strings.Join(all, " ") {
				t.Errorf("%q is found at %v, want %v", text, got, all)
			}
		}
	})
}

// Each letter of such a name is read in two ways of one initial: trying them all would double the work with each letter.
func TestANameOfManyReadingsIsMarkedInNoTime(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		text := strings.Repeat("b", 39) + "c"
		email := text + "@x.cn"
		ctx := w.As(stage.Sales)
		ltctest.Got(marketing.CaptureLead(ctx, w.Store, marketing.CaptureLeadInput{Name: strings.Repeat("柏", 40), Company: "深圳蓝海科技", Email: &email}))(t)
		w.Drain()
		found := make(chan []*search.Hit, 1)
		go func() {
			hits, _ := search.Find(ctx, w.Store, search.Query{Text: text, First: 1})
			found <- hits
		}()
		select {
		case hits := <-found:
			if len(hits) != 1 || len(hits[0].Matches) != 1 || shown(hits[0].Matches[0].Parts) != "["+text+"]@x.cn" {
				t.Errorf("found %+v", hits)
			}
		case <-time.After(10 * time.Second):
			t.Fatal("it is still being marked")
		}
	})
}

func shown(ps []search.Part) string {
	out := ""
	for _, p := range ps {
		if p.Found {
			p.Text = fmt.Sprintf("[%s]", p.Text)
		}
		out += p.Text
	}
	return out
}
