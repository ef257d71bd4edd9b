package platform_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/platform"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func open(t *testing.T, databaseURL string) *store.Store {
	t.Helper()
	st := ltctest.Got(store.Open(t.Context(), databaseURL))(t)
	t.Cleanup(func() { _ = st.Close() })
	return st
}

func importFrom(t *testing.T, st *store.Store, dir string) (said, rejected string) {
	t.Helper()
	var out bytes.Buffer
	rejected = filepath.Join(t.TempDir(), "rejected.csv")
	ltctest.Must(t, platform.ImportCRMSales(t.Context(), st, platform.CRMSales{
		Dir: dir, RejectedPath: rejected, Out: &out, Now: func() time.Time { return ltctest.Monday },
	}))
	return out.String(), rejected
}

func TestTheSampleIsImportedWithItsFaultsRejected(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := open(t, databaseURL)
		said, rejected := importFrom(t, st, "testdata/crm-sales")
		for _, want := range []string{
			"opportunities: 51", "won: 20 worth 17030.00 USD", "lost: 12", "Engaging: 12", "Prospecting: 7",
			"win rate: 62.5 %", "median days from engaging to close: 45", "rejected: 9 rows",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("it does not say %q:\n%s", want, said)
			}
		}
		f := ltctest.Got(os.Open(rejected))(t)
		defer func() { _ = f.Close() }()
		rows := ltctest.Got(csv.NewReader(f).ReadAll())(t)
		reasons := map[string]bool{}
		for _, r := range rows[1:] {
			reasons[r[len(r)-1]] = true
		}
		if len(rows) != 10 || len(reasons) != 9 {
			t.Errorf("rejected rows: %v", rows)
		}
	})
}

func TestStagesChangeWhenTheSourceSays(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := open(t, databaseURL)
		importFrom(t, st, "testdata/crm-sales")
		lost := ltctest.Got(st.Reader().Opportunity.Query().Where(opportunity.StageCategoryEQ(stage.Lost)).
			Order(opportunity.ByCreatedAt()).First(t.Context()))(t)
		if got := lost.CreatedAt.UTC().Format("2006-01-02 15:04"); got != "2016-10-20 13:00" {
			t.Errorf("opened at %s, want nine o'clock in New York", got)
		}
		if got := lost.ClosedAt.UTC().Format("2006-01-02 15:04"); got != "2016-11-09 14:00" {
			t.Errorf("closed at %s", got)
		}
		if *lost.LostReason != "not stated in the source" || lost.Source != "import" {
			t.Errorf("lost = %v, %s", *lost.LostReason, lost.Source)
		}
		n := ltctest.Got(st.Reader().Opportunity.Query().Where(opportunity.AccountIDIsNil()).Count(t.Context()))(t)
		if n != 10 {
			t.Errorf("%d opportunities without an account, want 10", n)
		}
	})
}

func TestAnImportThatRunsAgainMakesNothingTwice(t *testing.T) {
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := open(t, databaseURL)
		importFrom(t, st, "testdata/crm-sales")
		changes := ltctest.Got(st.Reader().Change.Query().Count(t.Context()))(t)
		said, _ := importFrom(t, st, "testdata/crm-sales")
		if !strings.Contains(said, "opportunities: 51 are here already") {
			t.Errorf("it says:\n%s", said)
		}
		if again := ltctest.Got(st.Reader().Change.Query().Count(t.Context()))(t); again != changes {
			t.Errorf("%d rows in the log, %d before", again, changes)
		}
	})
}

func TestACompanyThatWorksInAnotherCurrencyIsRefused(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		err := platform.ImportCRMSales(t.Context(), w.Store, platform.CRMSales{
			Dir: "testdata/crm-sales", Out: &bytes.Buffer{}, Now: w.Now,
		})
		if fault.RuleOf(err) != "import.other_currency" {
			t.Errorf("err = %v", err)
		}
	})
}

// source is where the whole public set lies, where it is present.
const source = "../../../shared/data/crm-sales"

func TestTheWholeSetHasTheFiguresThatAreKnown(t *testing.T) {
	if _, err := os.Stat(source); err != nil {
		t.Log("the whole set is not here; the sample of 60 rows was tested")
		return
	}
	ltctest.Each(t, func(t *testing.T, databaseURL string) {
		st := open(t, databaseURL)
		said, _ := importFrom(t, st, source)
		for _, want := range []string{
			"people: 41", "products: 7", "accounts: 85", "opportunities: 8800", "won: 4238 worth 10005534.00 USD",
			"lost: 2473", "Engaging: 1589", "Prospecting: 500", "win rate: 63.15 %", "median days from engaging to close: 45",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("it does not say %q:\n%s", want, said)
			}
		}
		if strings.Contains(said, "rejected") {
			t.Errorf("rows were rejected:\n%s", said)
		}
		n := ltctest.Got(st.Reader().Opportunity.Query().Where(opportunity.AccountIDIsNil()).Count(t.Context()))(t)
		if n != 1425 {
			t.Errorf("%d opportunities without an account, want 1,425", n)
		}
	})
}
