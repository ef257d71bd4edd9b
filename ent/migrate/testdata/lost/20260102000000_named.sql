-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_accounts" table
CREATE TABLE new_accounts (id text NOT NULL, name text NOT NULL, PRIMARY KEY (id), CONSTRAINT account_name CHECK (name <> ''));
-- copy rows from old table "accounts" to new temporary table "new_accounts"
INSERT INTO new_accounts (id, name) SELECT id, name FROM accounts;
-- drop "accounts" table after copying rows
DROP TABLE accounts;
-- rename temporary table "new_accounts" to "accounts"
ALTER TABLE new_accounts RENAME TO accounts;
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
