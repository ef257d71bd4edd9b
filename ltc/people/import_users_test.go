package people_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/stage"
)

const staff = "\ufeffName, Email ,department,title,manager,roles\r\n" +
	`李雷,li.lei@example.com,销售部,"主管, 华东",chief@example.com,` + "\r\n" + // 2
	"韩梅梅,han@example.com,sales,,tom@example.com,销售;Manager\r\n" + // 3: reports to a row below
	"Tom,Tom@Example.com,SALES,,,auditor\r\n" + // 4
	"Nobody,nobody,sales,,,\r\n" + // 5
	"Lost,lost@example.com,魔法部,,,\r\n" + // 6
	"Odd,odd@example.com,sales,,,wizard\r\n" + // 7
	"Orphan,orphan@example.com,sales,,ghost@example.com,\r\n" + // 8
	"Egg,egg@example.com,sales,,hen@example.com,\r\n" + // 9: in a circle
	"Hen,hen@example.com,sales,,egg@example.com,\r\n" + // 10
	"Again,han@example.com,sales,,,\r\n" + // 11: known by then
	"short\r\n" + // 12
	"法务,LEGAL@example.com,法务部,,,\r\n" // 13: known before

func TestAFileOfUsersLosesNothingToItsBadRows(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		got := ltctest.Got(people.ImportUsers(admin, w.Store, people.ImportUsersInput{CSV: staff}))(t)
		if got.Made != 3 || got.Known != 2 {
			t.Errorf("made %d, known %d; want 3, 2", got.Made, got.Known)
		}
		want := []people.RejectedRow{
			{Line: 5, Reason: "email: This is no e-mail address."}, {Line: 6, Reason: "department: There is no department 魔法部."},
			{Line: 7, Reason: "roles: There is no role wizard."}, {Line: 8, Reason: "manager: There is no such manager."},
			{Line: 9, Reason: "manager: There is no such manager."}, {Line: 10, Reason: "manager: There is no such manager."},
			{Line: 12, Reason: "email: This is no e-mail address."},
		}
		if len(got.Rejected) != len(want) {
			t.Fatalf("rejected %+v", got.Rejected)
		}
		for n, r := range got.Rejected {
			if r != want[n] {
				t.Errorf("rejected %+v, want %+v", r, want[n])
			}
		}
		u := ltctest.Got(w.Reader().User.Query().Where(user.Email("han@example.com")).WithManager().WithRoles().Only(t.Context()))(t)
		if u.Status != user.StatusInvited || u.Edges.Manager == nil || u.Edges.Manager.Name != "Tom" || len(u.Edges.Roles) != 2 {
			t.Errorf("made %+v under %v with %v", u, u.Edges.Manager, u.Edges.Roles)
		}
		count := ltctest.Got(w.Reader().User.Query().Count(t.Context()))(t)
		again := ltctest.Got(people.ImportUsers(admin, w.Store, people.ImportUsersInput{CSV: staff}))(t)
		if again.Made != 0 || again.Known != 5 || len(again.Rejected) != 7 {
			t.Errorf("the second time: %+v", again)
		}
		if n := ltctest.Got(w.Reader().User.Query().Count(t.Context()))(t); n != count {
			t.Errorf("%d users became %d", count, n)
		}
	})
}

func TestAFileThatIsNoneIsRefused(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		var long strings.Builder
		long.WriteString("name,email,department\n")
		for n := range 2001 {
			fmt.Fprintf(&long, "u,u%d@example.com,sales\n", n)
		}
		before := ltctest.Got(w.Reader().User.Query().Count(t.Context()))(t)
		for text, want := range map[string]string{
			"":                                     "INVALID import.users_header",
			"name,department\nx,sales\n":           "INVALID import.users_header",
			"name,email,department\n\"x,y,sales\n": "INVALID import.csv",
			long.String():                          "INVALID import.too_many_rows",
		} {
			_, err := people.ImportUsers(admin, w.Store, people.ImportUsersInput{CSV: text})
			denied(t, err, want)
		}
		_, err := people.ImportUsers(w.As(stage.Sales), w.Store, people.ImportUsersInput{CSV: staff})
		denied(t, err, "FORBIDDEN access.verb")
		if n := ltctest.Got(w.Reader().User.Query().Count(t.Context()))(t); n != before {
			t.Errorf("%d users became %d", before, n)
		}
	})
}

func TestImportedUsersAreMailedOnce(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		admin := chief(t, w)
		var mu sync.Mutex
		var mailed []string
		people.UsePost(w.Store, people.Post{BaseURL: "https://ltc.example.com", Send: func(_ context.Context, to, _, _ string) error {
			mu.Lock()
			defer mu.Unlock()
			mailed = append(mailed, to)
			return nil
		}})
		c := call.From(admin)
		c.IdempotencyKey, c.ResponseName = "once", "importUsers"
		keyed := call.With(admin, c)
		first := ltctest.Got(people.ImportUsers(keyed, w.Store, people.ImportUsersInput{CSV: staff}))(t)
		retry := ltctest.Got(people.ImportUsers(keyed, w.Store, people.ImportUsersInput{CSV: staff}))(t)
		if first.Made != 3 || retry.Made != 0 {
			t.Errorf("made %d, then %d", first.Made, retry.Made)
		}
		for range 200 {
			mu.Lock()
			n := len(mailed)
			mu.Unlock()
			if n == 3 {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Errorf("mailed to %v, want the three that were made", mailed)
	})
}
