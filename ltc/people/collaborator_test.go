package people_test

import (
	"testing"

	"github.com/leadtocash/ltc/ent/db/collaborator"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
)

func TestACollaboratorIsLetInAsFarAsGranted(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		seller, colleague := w.As(stage.Sales), hire(t, w, "colleague", stage.Sales)
		_, opportunity := deal(seller, t, w, "苏州恒力")
		rename := func() error {
			_, err := sales.UpdateOpportunity(by(t, w, colleague.ID), w.Store, sales.UpdateOpportunityInput{ID: opportunity, Name: ptr("新名")})
			return err
		}
		denied(t, rename(), "NOT_FOUND record.not_found")
		in := people.AddCollaboratorInput{RecordID: opportunity, UserID: colleague.ID}
		first := ltctest.Got(people.AddCollaborator(seller, w.Store, in))(t)
		denied(t, rename(), "FORBIDDEN access.read_only")
		_, err := people.AddCollaborator(seller, w.Store, in)
		denied(t, err, "CONFLICT collaborator.twice")
		in.UserID = w.People[stage.Care].ID
		_, err = people.AddCollaborator(by(t, w, colleague.ID), w.Store, in)
		denied(t, err, "FORBIDDEN access.read_only")
		_, err = people.RemoveCollaborator(by(t, w, colleague.ID), w.Store, people.RemoveCollaboratorInput{ID: first})
		denied(t, err, "FORBIDDEN access.read_only")
		record := ltctest.Got(people.RemoveCollaborator(seller, w.Store, people.RemoveCollaboratorInput{ID: first}))(t)
		if record != opportunity {
			t.Errorf("of %s, want %s", record, opportunity)
		}
		denied(t, rename(), "NOT_FOUND record.not_found")
		_, err = people.RemoveCollaborator(seller, w.Store, people.RemoveCollaboratorInput{ID: first})
		denied(t, err, "NOT_FOUND record.not_found")
		in.UserID, in.Level = colleague.ID, ptr(collaborator.LevelEdit)
		ltctest.Got(people.AddCollaborator(seller, w.Store, in))(t)
		ltctest.Must(t, rename())
		if len(entries(t, w, audit.CollaboratorSet)) != 2 || len(entries(t, w, audit.CollaboratorGone)) != 1 {
			t.Error("the audit does not have two who came and one who went")
		}
	})
}

func TestAddCollaboratorRefuses(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin, seller := chief(t, w), w.As(stage.Sales)
		account, _ := deal(seller, t, w, "苏州恒力")
		out := hire(t, w, "out", stage.Sales)
		ltctest.Got(people.SuspendUser(admin, w.Store, at(t, w, out.ID)))(t)
		for name, test := range map[string]struct {
			in   people.AddCollaboratorInput
			want string
		}{
			"on what nobody owns":      {people.AddCollaboratorInput{RecordID: out.ID, UserID: out.ID}, "INVALID collaborator.kind"},
			"on what is no record":     {people.AddCollaboratorInput{RecordID: "somewhere", UserID: out.ID}, "NOT_FOUND record.not_found"},
			"on what is not there":     {people.AddCollaboratorInput{RecordID: "acc_01jd0000000000000000000000", UserID: out.ID}, "NOT_FOUND record.not_found"},
			"somebody who is kept out": {people.AddCollaboratorInput{RecordID: account, UserID: out.ID}, "INVALID user.inactive"},
		} {
			_, err := people.AddCollaborator(admin, w.Store, test.in)
			if got := refusal(err); got != test.want {
				t.Errorf("%s: %q, want %q", name, got, test.want)
			}
		}
		stranger := by(t, w, hire(t, w, "stranger", stage.Sales).ID)
		_, err := people.AddCollaborator(stranger, w.Store, people.AddCollaboratorInput{RecordID: account, UserID: me(stranger)})
		denied(t, err, "NOT_FOUND record.not_found")
	})
}
