package sales

import (
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ltc/stage"
)

var open = []string{"discovery", "needs_confirmed", "solution", "proposal", "negotiation"}

func TestTheDefaultOpportunityProcessAllows(t *testing.T) {
	for i, from := range open {
		var want []string
		if i+1 < len(open) {
			want = append(want, open[i+1])
		}
		want = append(want, open[:i]...)
		want = append(want, "won", "lost", "abandoned", "on_hold")
		allows(t, opportunityProcess, from, want...)
	}
	allows(t, opportunityProcess, "on_hold", append([]string{"lost", "abandoned"}, open...)...)
	allows(t, opportunityProcess, "won", "negotiation")
	allows(t, opportunityProcess, "lost", "discovery")
	allows(t, opportunityProcess, "abandoned", "discovery")
}

func TestTheQuoteMachineAllows(t *testing.T) {
	allows(t, quoteProcess, "draft", "in_approval")
	allows(t, quoteProcess, "in_approval", "approved", "draft")
	allows(t, quoteProcess, "approved", "sent", "expired", "withdrawn", "superseded")
	allows(t, quoteProcess, "sent", "accepted", "declined", "expired", "withdrawn", "superseded")
	for _, end := range []string{"accepted", "declined", "expired", "withdrawn", "superseded"} {
		allows(t, quoteProcess, end)
	}
}

func TestTheAccountMachineAllows(t *testing.T) {
	allows(t, accountProcess, "prospect", "customer", "blacklisted")
	allows(t, accountProcess, "customer", "dormant", "on_hold", "blacklisted")
	allows(t, accountProcess, "dormant", "customer", "blacklisted")
	allows(t, accountProcess, "on_hold", "customer", "blacklisted")
	allows(t, accountProcess, "blacklisted")
}

func TestTheProcessesBearTheFullTableOfCategories(t *testing.T) {
	for kind, d := range map[string]stage.Document{"account": accountProcess, "opportunity": opportunityProcess, "quote_version": quoteProcess} {
		for _, k := range stage.Kinds() {
			if string(k) != kind {
				continue
			}
			for _, c := range stage.Categories(k) {
				if _, ok := d.Entry(c); !ok {
					t.Errorf("%s has no entry stage for %s", kind, c)
				}
			}
		}
	}
}

func TestWhatIsEndedOrSentBackAsksWhy(t *testing.T) {
	for _, d := range []stage.Document{opportunityProcess, CRMPreset} {
		for _, tr := range d.Transitions {
			to, _ := d.Find(tr.To)
			from, _ := d.Find(tr.From)
			ends := to.Category == stage.Lost || to.Category == stage.Abandoned
			reopens := to.Category == stage.Open && slices.Contains([]stage.Category{stage.Won, stage.Lost, stage.Abandoned}, from.Category)
			if (ends || reopens) && !tr.Reason {
				t.Errorf("%s -> %s asks for no reason", tr.From, tr.To)
			}
		}
	}
}

func allows(t *testing.T, d stage.Document, from string, want ...string) {
	t.Helper()
	var got []string
	for _, tr := range d.Leaving(from) {
		got = append(got, tr.To)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("from %s to %v, want %v", from, got, want)
	}
}
