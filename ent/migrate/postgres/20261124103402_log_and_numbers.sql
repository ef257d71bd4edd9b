-- +goose Up
-- Series of numbers that may have gaps; invoices and credit notes count in number_series instead (R37).
CREATE SEQUENCE "number_LD";
CREATE SEQUENCE "number_AC";
CREATE SEQUENCE "number_OP";
CREATE SEQUENCE "number_QT";
CREATE SEQUENCE "number_CT";
CREATE SEQUENCE "number_SO";
CREATE SEQUENCE "number_DN";
CREATE SEQUENCE "number_AP";
CREATE SEQUENCE "number_DR";
CREATE SEQUENCE "number_RC";
CREATE SEQUENCE "number_JN";
-- The log is append-only: rows are never deleted, and only a restore (xid) or an anonymisation (fields) touches them.
-- +goose StatementBegin
CREATE FUNCTION ltc_changes_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'xid' - 'fields') = (to_jsonb(OLD) - 'xid' - 'fields')
     AND (NEW.fields IS NOT DISTINCT FROM OLD.fields OR NEW.fields = '"erased"'::jsonb) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log is append-only';
END $$;
-- +goose StatementEnd
CREATE TRIGGER changes_append_only BEFORE UPDATE OR DELETE ON changes
  FOR EACH ROW EXECUTE FUNCTION ltc_changes_append_only();
-- The feed's one row.
INSERT INTO feed_states (id, epoch) VALUES (1, 1);
