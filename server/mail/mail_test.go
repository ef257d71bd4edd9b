package mail

import (
	"bufio"
	"fmt"
	"mime"
	"net"
	"net/mail"
	"strings"
	"testing"
	"time"
)

// postOffice is an SMTP server that takes one mail, and what it was told.
type postOffice struct {
	url  string
	done chan struct{}
	said []string
	mail string
}

func open(t *testing.T, refusing bool) *postOffice {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &postOffice{url: "smtp://" + l.Addr().String(), done: make(chan struct{})}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		defer close(p.done)
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer func() { _ = conn.Close() }()
		_ = conn.SetDeadline(time.Now().Add(2 * time.Second))
		p.serve(conn, refusing)
	}()
	return p
}

func (p *postOffice) serve(conn net.Conn, refusing bool) {
	in := bufio.NewScanner(conn)
	say := func(text string) { _, _ = fmt.Fprintf(conn, "%s\r\n", text) }
	say("220 post.example ready")
	for in.Scan() {
		line := in.Text()
		p.said = append(p.said, line)
		switch verb, _, _ := strings.Cut(line, " "); strings.ToUpper(verb) {
		case "EHLO":
			say("250-post.example\r\n250 AUTH PLAIN")
		case "AUTH":
			say("235 welcome")
		case "RCPT":
			if refusing {
				say("550 no such person")
				continue
			}
			say("250 ok")
		case "DATA":
			say("354 go on")
			for in.Scan() && in.Text() != "." {
				p.mail += in.Text() + "\r\n"
			}
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func TestAMailArrives(t *testing.T) {
	p := open(t, false)
	send, err := To(p.url, "LTC <ltc@example.com>")
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), "li@example.com", "欢迎\r\nBcc: evil@example.com", "请打开 http://localhost/invitation/x"); err != nil {
		t.Fatal(err)
	}
	<-p.done
	m, err := mail.ReadMessage(strings.NewReader(p.mail))
	if err != nil {
		t.Fatal(err)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if !strings.HasPrefix(subject, "欢迎") || m.Header.Get("Bcc") != "" || !strings.Contains(m.Header.Get("From"), "ltc@example.com") ||
		!strings.Contains(m.Header.Get("To"), "li@example.com") || m.Header.Get("Date") == "" {
		t.Errorf("header = %v, subject %q", m.Header, subject)
	}
	told := strings.Join(p.said, "\n")
	if !strings.Contains(told, "RCPT TO:<li@example.com>") || strings.Contains(told, "evil") {
		t.Errorf("told: %s", told)
	}
}

func TestAMailThatIsRefusedOrCannotBeSentIsAnError(t *testing.T) {
	p := open(t, true)
	send, err := To(p.url, "ltc@example.com")
	if err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"nobody@example.com", "no address"} {
		if err := send(t.Context(), to, "s", "t"); err == nil {
			t.Errorf("%s: no error", to)
		}
	}
	down, err := To("smtp://127.0.0.1:1", "ltc@example.com")
	if err != nil {
		t.Fatal(err)
	}
	if err := down(t.Context(), "li@example.com", "s", "t"); err == nil {
		t.Error("a server that is down: no error")
	}
}

func TestAPasswordIsNotToldInPlain(t *testing.T) {
	p := open(t, false)
	send, err := To(strings.Replace(p.url, "//", "//user:secret@", 1), "ltc@example.com")
	if err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), "li@example.com", "s", "t"); err == nil {
		t.Error("no error")
	}
	<-p.done
	if told := strings.Join(p.said, "\n"); strings.Contains(told, "AUTH") || p.mail != "" {
		t.Errorf("told: %s", told)
	}
}

func TestSettingsThatAreWrongStopTheStart(t *testing.T) {
	for _, tt := range [][2]string{
		{"http://mail.example", "ltc@example.com"}, {"smtp://", "ltc@example.com"}, {"smtp://mail.example", ""},
		{"smtp://mail.example", "no address"}, {"smtp://mail.example:none", "ltc@example.com"},
	} {
		if _, err := To(tt[0], tt[1]); err == nil {
			t.Errorf("%v: no error", tt)
		}
	}
}
