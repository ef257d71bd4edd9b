package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema/field"
)

// FeedState holds the log's epoch: it rises when a dump is restored, and older cursors expire.
type FeedState struct{ ent.Schema }

// Fields of the record.
func (FeedState) Fields() []ent.Field {
	return []ent.Field{
		field.Int("id"),
		field.Int64("epoch").Default(1),
	}
}
