package access_test

import (
	"testing"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/role"
)

func TestAColumnHasTheAPIsName(t *testing.T) {
	for column, want := range map[string]string{
		"phone": "phone", "amount_minor": "amount", "owner_id": "owner", "next_step_due": "nextStepDue", "list_price": "listPrice",
	} {
		if got := access.Field(column); got != want {
			t.Errorf("%s is %s, want %s", column, got, want)
		}
	}
}

func TestAMaskedTextShowsItsEndsOnly(t *testing.T) {
	for text, want := range map[string]string{
		"13812345678": "138****678", "": "****", "12345": "****", "chen@lanhai.example": "che****mple", "苏州工业园区星湖街": "苏州工****星湖街",
	} {
		if got := access.Veil(text); got != want {
			t.Errorf("%s is shown as %s, want %s", text, got, want)
		}
	}
}

func TestEveryIDOfAnInputIsFound(t *testing.T) {
	type line struct{ ProductID *string }
	product, account := "prd_01kjp2n7e0fpj8xw6xe9eswjks", "acc_01kjp2n7e0fpj8xw6xe9eswjkt"
	got := access.Named(struct {
		AccountID string
		Lines     []line
		Note      string
		Parent    *string
	}{account, []line{{&product}, {nil}}, "acc_ is no id", nil})
	if len(got) != 2 || got[0] != account || got[1] != product {
		t.Errorf("found %v", got)
	}
}

func TestALockedFieldIsNotWritten(t *testing.T) {
	v := call.Viewer{Principal: "x", Rights: role.Union(role.Document{ReadOnly: map[id.Kind][]string{id.Account: {"phone", "owner"}}})}
	type input struct {
		ID             string
		Name           *string
		Phone, OwnerID *string
	}
	text := "x"
	for field, in := range map[string]input{"phone": {ID: "a", Phone: &text}, "ownerId": {ID: "a", OwnerID: &text}, "": {ID: "a", Name: &text}} {
		err := access.Writes(v, "updateAccount", in)
		f := fault.Of(err)
		switch {
		case field == "" && err != nil, field != "" && (f == nil || f.Rule != "access.field" || f.Fields[0].Path != field):
			t.Errorf("%q: %v", field, err)
		}
	}
}
