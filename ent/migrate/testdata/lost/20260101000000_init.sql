-- +goose Up
CREATE TABLE accounts (id text NOT NULL, name text NOT NULL, PRIMARY KEY (id));
CREATE TABLE opportunities (id text NOT NULL, account_id text NULL, PRIMARY KEY (id),
  CONSTRAINT opportunities_accounts_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL);
-- +goose StatementBegin
CREATE TRIGGER accounts_stay BEFORE DELETE ON accounts WHEN OLD.id = 'acc_1' BEGIN
  SELECT RAISE(ABORT, 'the first account is never deleted');
END;
-- +goose StatementEnd
