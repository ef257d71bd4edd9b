-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_tokens" table
CREATE TABLE `new_tokens` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `hint` text NOT NULL DEFAULT (''), `token_hash` blob NOT NULL, `scopes` json NULL, `expires_at` datetime NULL, `last_used_at` datetime NULL, `last_used_from` text NOT NULL DEFAULT (''), `revoked_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `tokens_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "tokens" to new temporary table "new_tokens"
INSERT INTO `new_tokens` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `hint`, `token_hash`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `hint`, `token_hash`, `expires_at`, `last_used_at`, `revoked_at`, `user_id` FROM `tokens`;
-- drop "tokens" table after copying rows
DROP TABLE `tokens`;
-- rename temporary table "new_tokens" to "tokens"
ALTER TABLE `new_tokens` RENAME TO `tokens`;
-- create index "token_token_hash" to table: "tokens"
CREATE UNIQUE INDEX `token_token_hash` ON `tokens` (`token_hash`);
-- create index "token_user_id" to table: "tokens"
CREATE INDEX `token_user_id` ON `tokens` (`user_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
