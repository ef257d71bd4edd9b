package people

import (
	"context"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Post is how mails leave, and under which address people find LTC. Without Send the links that should be mailed are
// answered instead.
type Post struct {
	BaseURL string
	Send    func(ctx context.Context, to, subject, text string) error
}

type postKey struct{}

// UsePost has mails about this database's people go out by p.
func UsePost(st *store.Store, p Post) { st.Cache.Store(postKey{}, p) }

func postOf(st *store.Store) Post {
	p, _ := st.Cache.Load(postKey{})
	post, _ := p.(Post)
	return post
}

// link is where a user opens an invitation.
func (p Post) link(secret string) string {
	return strings.TrimSuffix(p.BaseURL, "/") + "/invitation/" + secret
}

// letter says what a link is for.
type letter string

const (
	welcome letter = "mail.invitation"
	renewal letter = "mail.reset"
)

// deliver mails a link to a user in their language, and answers it where that could not be done.
func (p Post) deliver(ctx context.Context, u *db.User, l letter, secret string) *Invited {
	link := p.link(secret)
	if p.Send == nil {
		return &Invited{User: u, Link: &link}
	}
	language := "en"
	if u.Language == user.LanguageZh {
		language = "zh-CN"
	}
	said := map[string]any{"name": u.Name, "link": link}
	err := p.Send(ctx, u.Email, fault.Sentence(language, string(l)+"_subject", said), fault.Sentence(language, string(l)+"_text", said))
	if err != nil {
		return &Invited{User: u, Link: &link} // whoever asked can still give it to them
	}
	return &Invited{User: u, Mailed: true}
}
