package load

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// greeting is how long a server may take to let a client in.
var greeting = 10 * time.Second

// subscribed opens a socket, lets its client in, and subscribes.
func subscribed(ctx context.Context, t *Target, query string) (*os.File, error) {
	u, err := url.Parse(t.URL)
	if err != nil {
		return nil, err
	}
	c, err := (&net.Dialer{}).DialContext(ctx, "tcp", u.Host)
	if err != nil {
		return nil, err
	}
	defer func() { _ = c.Close() }() // the file stays, and has no deadline
	if err := c.SetDeadline(time.Now().Add(greeting)); err != nil {
		return nil, err
	}
	if err := upgrade(c, u, t.Header); err != nil {
		return nil, err
	}
	if _, err := c.Write(masked(`{"type":"connection_init"}`)); err != nil {
		return nil, err
	}
	ack := make([]byte, len(`{"type":"connection_ack"}`)+2) // and not a byte more: what follows is read elsewhere
	if _, err := readFull(c, ack); err != nil || !bytes.Contains(ack, []byte("connection_ack")) {
		return nil, fmt.Errorf("no acknowledgement but %q: %w", ack, err)
	}
	subscribe, err := json.Marshal(map[string]any{"id": "1", "type": "subscribe", "payload": map[string]any{"query": query}})
	if err != nil {
		return nil, err
	}
	if _, err := c.Write(masked(string(subscribe))); err != nil {
		return nil, err
	}
	return c.(*net.TCPConn).File()
}

func readFull(c net.Conn, into []byte) (n int, err error) {
	for n < len(into) && err == nil {
		var more int
		more, err = c.Read(into[n:])
		n += more
	}
	return n, err
}

// upgrade turns a connection into a WebSocket. The server says nothing before its client does.
func upgrade(c net.Conn, u *url.URL, header http.Header) error {
	var b strings.Builder
	fmt.Fprintf(&b, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n", u.Path, u.Host)
	b.WriteString("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n")
	for name := range header {
		fmt.Fprintf(&b, "%s: %s\r\n", name, header.Get(name))
	}
	if _, err := c.Write([]byte(b.String() + "\r\n")); err != nil {
		return err
	}
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return err
	}
	_ = r.Body.Close()
	if r.StatusCode != http.StatusSwitchingProtocols {
		return fmt.Errorf("no socket but %s", r.Status)
	}
	return nil
}

// masked is a text's frame as a client sends it, with a mask that changes nothing.
func masked(text string) []byte {
	var head []byte
	if len(text) < 126 {
		head = []byte{0x81, 0x80 | byte(len(text)), 0, 0, 0, 0}
	} else {
		head = binary.BigEndian.AppendUint16([]byte{0x81, 0x80 | 126}, uint16(len(text))) //nolint:gosec // a short text
		head = append(head, 0, 0, 0, 0)
	}
	return append(head, text...)
}

// frame is the first frame of a server's, if it is there as a whole, and what follows it.
func frame(text []byte) (payload, rest []byte, whole bool) {
	if len(text) < 2 {
		return nil, text, false
	}
	size, head := int(text[1]&0x7f), 2
	switch size {
	case 126:
		if head = 4; len(text) < head {
			return nil, text, false
		}
		size = int(binary.BigEndian.Uint16(text[2:]))
	case 127:
		if head = 10; len(text) < head {
			return nil, text, false
		}
		size = int(binary.BigEndian.Uint64(text[2:])) //nolint:gosec // no frame is that long
	}
	if len(text) < head+size {
		return nil, text, false
	}
	return text[head : head+size], text[head+size:], true
}
