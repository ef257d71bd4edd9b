-- +goose Up
CREATE TABLE accounts (id text NOT NULL, name text NOT NULL, PRIMARY KEY (id));
CREATE TABLE opportunities (id text NOT NULL, account_id text NULL, PRIMARY KEY (id),
  CONSTRAINT opportunities_accounts_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL);
-- +goose StatementBegin
CREATE TRIGGER opportunities_stay BEFORE DELETE ON opportunities BEGIN
  SELECT RAISE(ABORT, 'an opportunity is never deleted');
END;
-- +goose StatementEnd
