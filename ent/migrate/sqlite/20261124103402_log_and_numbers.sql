-- +goose Up
-- The log is append-only: rows are never deleted, and only a restore (xid) or an anonymisation (fields) touches them.
-- +goose StatementBegin
CREATE TRIGGER changes_append_only_delete BEFORE DELETE ON changes
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER changes_append_only_update BEFORE UPDATE OF id, kind, subject_kind, subject_id, subject_version, journey_id,
  account_id, owner_id, department, legal_entity_id, process_version, from_stage, to_stage, from_category, to_category,
  actor, actor_kind, on_behalf_of, client_mutation_id, correlation_id, entered_previous_at, at, elapsed_seconds,
  business_seconds, reason, comment, guards, currency, amount_minor ON changes
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
-- +goose StatementEnd
-- The feed's one row.
INSERT INTO feed_states (id, epoch) VALUES (1, 1);
