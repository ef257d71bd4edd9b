package legal_test

import (
	"context"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestAContractIsDraftedWithoutAQuoteAndGivesItsJourneyTheValue(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		before := 0
		ct := drafted(t, w)
		for i, c := range w.Changes(nil) {
			if c.SubjectID == ct.ID {
				before = i
			}
		}
		logged(t, w, before, "opened contract >draft")
		if ct.Title != "恒力 · 立体仓库" || ct.NetMinor != 100_000 || ct.TaxMinor != 13_000 || ct.GrossMinor != 113_000 {
			t.Errorf("contract = %s, %d + %d = %d", ct.Title, ct.NetMinor, ct.TaxMinor, ct.GrossMinor)
		}
		if len(ct.Lines) != 1 || ct.Lines[0].GrossMinor != 113_000 || len(ct.PaymentTerms) != 2 || ct.PaymentTerms[0].DueDays != 30 {
			t.Errorf("lines %+v, terms %+v", ct.Lines, ct.PaymentTerms)
		}
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), ct.JourneyID))(t)
		if j.Phase != "contract" || j.AmountMinor != 113_000 || j.Status != "open" {
			t.Errorf("journey = %s, %d, %s", j.Phase, j.AmountMinor, j.Status)
		}
	})
}

func TestDraftingRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		opp := opportunity(t, w)
		nobody := ltctest.Got(sales.CreateOpportunity(w.As(stage.Sales), w.Store, sales.CreateOpportunityInput{Name: "无客户"}))(t)
		optional := line(t, "培训", "1", "10", "6")
		optional.Optional = ptr(true)
		tests := map[string]struct {
			as   stage.Department
			in   legal.DraftContractInput
			code fault.Code
			rule string
		}{
			"an id of another kind":       {stage.Legal, legal.DraftContractInput{OpportunityID: *opp.AccountID}, fault.CodeNotFound, "record.not_found"},
			"whoever is not in the chain": {stage.Finance, legal.DraftContractInput{OpportunityID: opp.ID}, fault.CodeForbidden, "access.verb"},
			"nobody to contract with":     {stage.Legal, legal.DraftContractInput{OpportunityID: nobody}, fault.CodeGuardFailed, "opportunity.needs_account"},
			"an empty title":              {stage.Legal, legal.DraftContractInput{OpportunityID: opp.ID, Title: ptr(" ")}, fault.CodeInvalid, "input.required"},
			"what is only offered":        {stage.Legal, legal.DraftContractInput{OpportunityID: opp.ID, Lines: []finance.LineInput{optional}}, fault.CodeInvalid, "contract.optional_line"},
			"terms of less than 100 %": {stage.Legal, legal.DraftContractInput{OpportunityID: opp.ID,
				PaymentTerms: []finance.PaymentTermInput{term(t, "预付款", pricing.OnSign, "99")}}, fault.CodeInvalid, "plan.not_100_percent"},
			"an end before the beginning": {stage.Legal, legal.DraftContractInput{OpportunityID: opp.ID, EffectiveFrom: &monday,
				EffectiveTo: ptr(monday.AddDays(-1))}, fault.CodeInvalid, "contract.ends_before_it_begins"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				refuses(t, w, tt.code, tt.rule, func() (string, error) { return legal.DraftContract(w.As(tt.as), w.Store, tt.in) })
			})
		}
	})
}

func TestAnAcceptedQuoteDraftsOneContractHoweverOften(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		opp := opportunity(t, w)
		optional := line(t, "备件", "1", "70", "13")
		optional.Optional = ptr(true)
		v := ltctest.Got(sales.CreateQuote(w.As(stage.Sales), w.Store, sales.CreateQuoteInput{
			OpportunityID: opp.ID, Lines: []finance.LineInput{line(t, "堆垛机", "2", "500", "13"), optional},
		}))(t)
		version := ltctest.Got(w.Reader().QuoteVersion.Get(t.Context(), v))(t)
		version.Edges.Lines = ltctest.Got(version.QueryLines().All(t.Context()))(t)
		version.PaymentTerms = nil
		agreed := legal.QuoteAgreed{Version: version, Opportunity: opp}
		var first, again *db.Contract
		ltctest.Must(t, w.InTx(w.As(stage.Sales), func(ctx context.Context, tx *store.Tx) (err error) {
			if first, err = legal.FromQuote(ctx, tx, agreed); err != nil {
				return err
			}
			again, err = legal.FromQuote(ctx, tx, agreed)
			return err
		}))
		if first.ID != again.ID {
			t.Error("a second acceptance drafted a second contract")
		}
		if len(first.Lines) != 1 || first.GrossMinor != 113_000 || *first.QuoteVersionID != v || first.Title != opp.Name {
			t.Errorf("contract = %+v", first)
		}
		if terms := first.PaymentTerms; len(terms) != 1 || terms[0].Trigger != pricing.OnAcceptance || terms[0].Percent.String() != "100" {
			t.Errorf("without terms all is due on acceptance, not %+v", terms)
		}
	})
}

func TestADraftContractIsChangedAndItsLogTellsWhat(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := drafted(t, w)
		before := len(w.Changes(nil))
		in := legal.UpdateContractInput{
			ID: ct.ID, ExpectedVersion: ct.Version, Lines: []finance.LineInput{line(t, "堆垛机", "3", "500", "13")}, Remark: ptr("含安装"),
		}
		ltctest.Got(legal.UpdateContract(w.As(stage.Sales), w.Store, in))(t)
		logged(t, w, before, "edited contract draft>draft")
		now := read(t, w, ct.ID)
		if now.GrossMinor != 169_500 || *now.Remark != "含安装" || len(now.PaymentTerms) != 2 || now.Version != ct.Version+1 {
			t.Errorf("contract = %d, %v, version %d", now.GrossMinor, now.PaymentTerms, now.Version)
		}
		fields := []string{}
		for _, f := range w.Changes(nil)[before].Fields {
			fields = append(fields, f.Name)
		}
		if got := len(fields); got != 5 { // gross_minor, lines, net_minor, remark, tax_minor
			t.Errorf("fields = %v", fields)
		}
		refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) {
			return legal.UpdateContract(w.As(stage.Sales), w.Store, in)
		})
	})
}

func TestOnlyADraftIsChanged(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := approved(t, w)
		refuses(t, w, fault.CodeGuardFailed, "contract.not_draft", func() (string, error) {
			return legal.UpdateContract(w.As(stage.Legal), w.Store, legal.UpdateContractInput{ID: ct.ID, ExpectedVersion: ct.Version, Remark: ptr("x")})
		})
	})
}
