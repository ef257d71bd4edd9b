-- +goose Up
-- The audit is append-only, as the log is.
-- +goose StatementBegin
CREATE FUNCTION ltc_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only';
END $$;
-- +goose StatementEnd
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION ltc_audit_append_only();
