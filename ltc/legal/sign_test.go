package legal_test

import (
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/order"
	"github.com/leadtocash/ltc/ent/db/paymentplanitem"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/finance"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/legal"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/pricing"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestASubmittedContractIsApprovedAtOnceByTheSystem(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := drafted(t, w)
		before := len(w.Changes(nil))
		in := legal.SubmitContractInput{ID: ct.ID, ExpectedVersion: ct.Version}
		ltctest.Got(legal.SubmitContract(w.As(stage.Sales), w.Store, in))(t)
		logged(t, w, before, "moved contract draft>in_review", "moved contract in_review>approved by system")
		refuses(t, w, fault.CodeStaleVersion, "record.stale", func() (string, error) {
			return legal.SubmitContract(w.As(stage.Sales), w.Store, in)
		})
	})
}

func TestAnEmptyContractIsNotSubmitted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{OpportunityID: opportunity(t, w).ID}))(t)
		refuses(t, w, fault.CodeGuardFailed, "contract.needs_lines", func() (string, error) {
			return legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: id, ExpectedVersion: 1})
		})
	})
}

func TestSigningWritesTheScheduleOpensTheOrderAndTakesEffect(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := approved(t, w)
		before := len(w.Changes(nil))
		ltctest.Got(sign(w, ct, nil))(t)
		logged(t, w, before,
			"moved contract approved>signing", "moved contract signing>signed",
			"opened payment_plan_item >planned", "moved payment_plan_item planned>triggered", "opened payment_plan_item >planned",
			"opened order >draft", "moved contract signed>effective by system")
		now := read(t, w, ct.ID)
		if now.StageCategory != stage.Effective || now.SignedOn.String() != "2026-03-02" || *now.SignedByUs != "周敏" || *now.SignedByCustomer != "王强" {
			t.Errorf("contract = %+v", now)
		}
		items := ltctest.Got(w.Reader().PaymentPlanItem.Query().Order(paymentplanitem.ByPosition()).All(t.Context()))(t)
		if len(items) != 2 || items[0].AmountMinor != 33_900 || items[0].TriggeredOn.String() != "2026-03-02" ||
			items[1].AmountMinor != 79_100 || items[1].TriggeredOn != nil {
			t.Errorf("items = %+v", items)
		}
		o := ltctest.Got(w.Reader().Order.Query().Where(order.ContractID(ct.ID)).WithLines().Only(t.Context()))(t)
		if o.GrossMinor != 113_000 || len(o.Edges.Lines) != 1 || o.Edges.Lines[0].NetMinor != 100_000 {
			t.Errorf("order = %+v", o)
		}
	})
}

func TestSigningTwiceChangesNothing(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := approved(t, w)
		ltctest.Got(sign(w, ct, nil))(t)
		before := len(w.Changes(nil))
		if again := ltctest.Got(sign(w, ct, nil))(t); again != ct.ID {
			t.Errorf("the second signature answers %s", again)
		}
		logged(t, w, before)
	})
}

func TestTwoWhoSignAtOnceOpenOneOrder(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := approved(t, w)
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() { _, _ = sign(w, ct, nil) })
		}
		both.Wait()
		if n := ltctest.Got(w.Reader().Order.Query().Count(t.Context()))(t); n != 1 {
			t.Errorf("%d orders", n)
		}
	})
}

func TestSigningRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		draft, ready := drafted(t, w), approved(t, w)
		in := legal.SignContractInput{ID: ready.ID, ExpectedVersion: ready.Version, SignedByUs: "周敏", SignedByCustomer: "王强"}
		with := func(change func(*legal.SignContractInput)) legal.SignContractInput {
			changed := in
			change(&changed)
			return changed
		}
		tests := map[string]struct {
			in   legal.SignContractInput
			code fault.Code
			rule string
		}{
			"a draft": {with(func(in *legal.SignContractInput) { in.ID, in.ExpectedVersion = draft.ID, draft.Version }),
				fault.CodeTransitionNotAllowed, "transition.not_allowed"},
			"another version":        {with(func(in *legal.SignContractInput) { in.ExpectedVersion = 1 }), fault.CodeStaleVersion, "record.stale"},
			"one signature":          {with(func(in *legal.SignContractInput) { in.SignedByUs = "" }), fault.CodeInvalid, "input.required"},
			"signatures of tomorrow": {with(func(in *legal.SignContractInput) { in.SignedOn = ptr(monday.AddDays(1)) }), fault.CodeInvalid, "date.in_future"},
		}
		for name, tt := range tests {
			t.Run(name, func(t *testing.T) {
				refuses(t, w, tt.code, tt.rule, func() (string, error) { return legal.SignContract(w.As(stage.Legal), w.Store, tt.in) })
			})
		}
	})
}

func TestAContractOfLaterIsEffectiveWhenItsDayComes(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ct := approved(t, w)
		ltctest.Got(sign(w, ct, ptr(monday.AddDays(3))))(t)
		daily := func() {
			ctx := call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation))
			ltctest.Must(t, flow.RunDaily(ctx, w.Store))
		}
		w.Drain()
		w.Wait(48 * time.Hour)
		daily()
		if got := read(t, w, ct.ID).StageCategory; got != stage.Signed {
			t.Errorf("two days on it is %s", got)
		}
		w.Wait(24 * time.Hour)
		before := len(w.Changes(nil))
		daily()
		logged(t, w, before, "moved contract signed>effective by system")
	})
}

func TestAnInstalmentOnADateFallsDueWhenTheDayComes(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		onDate := term(t, "第二期", pricing.OnDate, "60")
		onDate.PlannedOn = ptr(monday.AddDays(1))
		past := term(t, "首期", pricing.OnDate, "40")
		past.PlannedOn = ptr(monday.AddDays(-5))
		id := ltctest.Got(legal.DraftContract(w.As(stage.Legal), w.Store, legal.DraftContractInput{
			OpportunityID: opportunity(t, w).ID, Lines: []finance.LineInput{line(t, "软件", "1", "100", "6")},
			PaymentTerms: []finance.PaymentTermInput{past, onDate},
		}))(t)
		ltctest.Got(legal.SubmitContract(w.As(stage.Legal), w.Store, legal.SubmitContractInput{ID: id, ExpectedVersion: 1}))(t)
		ltctest.Got(sign(w, read(t, w, id), nil))(t)
		if got := triggeredOn(t, w); got[0] != "2026-03-02" || got[1] != "" {
			t.Errorf("at the signature: %q", got)
		}
		w.Wait(24 * time.Hour)
		ltctest.Must(t, flow.RunDaily(call.With(t.Context(), call.New(call.System(""), w.Now(), call.Automation)), w.Store))
		if got := triggeredOn(t, w); got[1] != "2026-03-03" {
			t.Errorf("a day later: %q", got)
		}
	})
}

// triggeredOn is when each plan item fell due; "" where it has not.
func triggeredOn(t *testing.T, w *ltctest.World) (days []string) {
	t.Helper()
	for _, i := range ltctest.Got(w.Reader().PaymentPlanItem.Query().Order(paymentplanitem.ByPosition()).All(t.Context()))(t) {
		day := ""
		if i.TriggeredOn != nil {
			day = i.TriggeredOn.String()
		}
		days = append(days, day)
	}
	return days
}

func TestWhatPeopleMoveByHand(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		signed := approved(t, w)
		ltctest.Got(sign(w, signed, nil))(t)
		draft := drafted(t, w)
		tests := []struct {
			name       string
			as         stage.Department
			id         string
			to, reason string
			code       fault.Code
		}{
			{"a contract is not signed by a card", stage.Legal, draft.ID, "signing", "", fault.CodeTransitionNotAllowed},
			{"suspending needs a reason", stage.Legal, signed.ID, "suspended", "", fault.CodeInvalid},
			{"sales does not suspend", stage.Sales, signed.ID, "suspended", "欠款", fault.CodeForbidden},
			{"legal suspends", stage.Legal, signed.ID, "suspended", "欠款", ""},
			{"legal resumes", stage.Legal, signed.ID, "effective", "", ""},
			{"nobody completes by hand", stage.Legal, signed.ID, "completed", "", fault.CodeTransitionNotAllowed},
			{"legal terminates", stage.Legal, signed.ID, "terminated", "双方同意", ""},
			{"a draft is void", stage.Sales, draft.ID, "void", "客户取消", ""},
		}
		for _, tt := range tests {
			if err := move(w, tt.as, tt.id, tt.to, tt.reason); fault.CodeOf(err) != tt.code {
				t.Errorf("%s: %v (%s), want %q", tt.name, err, fault.CodeOf(err), tt.code)
			}
		}
		j := ltctest.Got(w.Reader().Journey.Get(t.Context(), signed.JourneyID))(t)
		if j.Status != "lost" {
			t.Errorf("after the termination the journey is %s", j.Status)
		}
	})
}
