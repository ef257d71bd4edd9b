// Package mail sends LTC's mails through the company's SMTP server.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"github.com/wneessen/go-mail"
)

// patience is how long the server may take; somebody waits for the answer.
const patience = 5 * time.Second

// Send sends one mail.
type Send func(ctx context.Context, to, subject, text string) error

// To makes a Send for an SMTP server: smtp://user:password@host:587 turns to TLS where the server offers it,
// smtps://host:465 begins with it. Without TLS a password is not sent in plain: a server that takes it only so is refused.
func To(server, from string) (Send, error) {
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, errors.New("the SMTP server is given as smtp://user:password@host:port, or with smtps")
	}
	if err := mail.NewMsg().From(from); err != nil {
		return nil, fmt.Errorf("mails have no sender: %w", err)
	}
	o, err := options(u)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, to, subject, text string) error {
		m := mail.NewMsg()
		if err := m.From(from); err != nil {
			return err
		}
		if err := m.To(to); err != nil {
			return err
		}
		m.Subject(subject)
		m.SetDate()
		m.SetMessageID()
		m.SetBodyString(mail.TypeTextPlain, text)
		c, err := mail.NewClient(u.Hostname(), o...)
		if err != nil {
			return err
		}
		return c.DialAndSendWithContext(ctx, m)
	}, nil
}

func options(u *url.URL) ([]mail.Option, error) {
	o := []mail.Option{mail.WithTimeout(patience), mail.WithTLSPolicy(mail.TLSOpportunistic)}
	if u.Scheme == "smtps" {
		o = append(o, mail.WithSSLPort(false))
	}
	if u.Port() != "" {
		port, err := strconv.Atoi(u.Port())
		if err != nil {
			return nil, err
		}
		o = append(o, mail.WithPort(port))
	}
	if u.User != nil {
		password, _ := u.User.Password()
		o = append(o, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(u.User.Username()), mail.WithPassword(password))
	}
	return o, nil
}
