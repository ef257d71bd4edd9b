package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/netip"
	"strings"

	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/store"
	"github.com/leadtocash/ltc/server/mail"
	"github.com/leadtocash/ltc/server/signin"
)

// reachFlags say how people reach the server, and it them.
type reachFlags struct {
	BaseURL      string   `name:"base-url" env:"LTC_BASE_URL" help:"Address of LTC as people type it, for links in mails; http://localhost:PORT without it."`
	TrustedProxy []string `env:"LTC_TRUSTED_PROXY" help:"Networks (CIDR) of proxies before the server: what they say of where a request came from is believed."`
	SMTPURL      string   `name:"smtp-url" env:"LTC_SMTP_URL" help:"SMTP server: smtp://user:password@host:port or smtps://...; without it links are shown instead of mailed."`
	MailFrom     string   `env:"LTC_MAIL_FROM" help:"Sender of mails."`
}

// oidcFlags name the company's identity provider.
type oidcFlags struct {
	Issuer       string `env:"LTC_OIDC_ISSUER" help:"Issuer of the company's identity provider; turns on signing in by it."`
	ClientID     string `name:"client-id" env:"LTC_OIDC_CLIENT_ID" help:"As the provider knows LTC."`
	ClientSecret string `env:"LTC_OIDC_CLIENT_SECRET" help:"Secret of the client; better given by the environment."`
	Name         string `env:"LTC_OIDC_NAME" default:"SSO" help:"As the sign-in page calls it."`
}

func (o oidcFlags) provider(baseURL string) (*signin.Provider, error) {
	if o.Issuer == "" {
		return nil, nil
	}
	if o.ClientID == "" {
		return nil, fmt.Errorf("LTC_OIDC_ISSUER needs LTC_OIDC_CLIENT_ID")
	}
	return &signin.Provider{
		Name: o.Name, Issuer: o.Issuer, ClientID: o.ClientID, Secret: o.ClientSecret, BaseURL: baseURL,
	}, nil
}

// proxies are the networks whose word is taken; a single address is a network of one.
func (r reachFlags) proxies() ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, text := range r.TrustedProxy {
		if !strings.Contains(text, "/") {
			a, err := netip.ParseAddr(text)
			if err != nil {
				return nil, fmt.Errorf("LTC_TRUSTED_PROXY: %w", err)
			}
			out = append(out, netip.PrefixFrom(a, a.BitLen()))
			continue
		}
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("LTC_TRUSTED_PROXY: %w", err)
		}
		out = append(out, p.Masked())
	}
	return out, nil
}

// usePost has mails go out, where there is a server for them.
func (r reachFlags) usePost(st *store.Store, baseURL string, log *slog.Logger) error {
	p := people.Post{BaseURL: baseURL}
	if r.SMTPURL != "" {
		send, err := mail.To(r.SMTPURL, r.MailFrom)
		if err != nil {
			return err
		}
		p.Send = func(ctx context.Context, to, subject, text string) error {
			err := send(ctx, to, subject, text)
			if err != nil {
				log.ErrorContext(ctx, "a mail could not be sent", "to", to, "err", err)
			}
			return err
		}
	}
	people.UsePost(st, p)
	return nil
}

// setupCode is for who founds the company from another machine; it is printed, and "" where somebody is there already.
func setupCode(ctx context.Context, st *store.Store, baseURL string) (string, error) {
	has, err := people.HasUsers(ctx, st)
	if err != nil || has {
		return "", err
	}
	code := rand.Text()[:16]
	_, err = fmt.Printf("There is no company yet: open %s/setup\nFrom another machine it takes this code: %s\n", baseURL, code)
	return code, err
}
