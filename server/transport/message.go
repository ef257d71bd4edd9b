package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// message is one of graphql-transport-ws.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// parseMessage reads a client's message; ok is false where the protocol knows no such.
func parseMessage(kind websocket.MessageType, text []byte) (m message, ok bool) {
	if kind != websocket.MessageText || !utf8.Valid(text) {
		return m, false
	}
	var sent *message
	d := json.NewDecoder(bytes.NewReader(text))
	if d.Decode(&sent) != nil || sent == nil || !errors.Is(d.Decode(new(any)), io.EOF) {
		return m, false
	}
	if string(sent.Payload) == "null" {
		sent.Payload = nil
	}
	if len(sent.Payload) > 0 && sent.Payload[0] != '{' {
		return m, false
	}
	switch sent.Type {
	case "connection_init", "ping", "pong":
		return *sent, true
	case "subscribe":
		return *sent, sent.ID != "" && sent.Payload != nil
	case "complete":
		return *sent, sent.ID != ""
	}
	return m, false
}

// headOf is what stands before an operation's answers.
func headOf(id string) []byte {
	return append(append([]byte(`{"id":`), marshalled(id)...), `,"type":"next","payload":`...)
}

// answer adds an answer's message. The answers are JSON already and long, and are not looked through once more.
func answer(b, head []byte, r *graphql.Response) []byte {
	return append(appended(append(b, head...), r), '}')
}
