-- +goose Up
-- create "figure_shares" table
CREATE TABLE `figure_shares` (`id` text NOT NULL, `kind` text NOT NULL, `owner` text NOT NULL DEFAULT (''), `in_stage` text NOT NULL DEFAULT (''), `category` text NOT NULL DEFAULT (''), `process` integer NOT NULL DEFAULT (0), `days` integer NOT NULL DEFAULT (-1), `due` text NOT NULL DEFAULT (''), `minor` integer NOT NULL DEFAULT (0), PRIMARY KEY (`id`));
-- create index "figure_share_billable" to table: "figure_shares"
CREATE INDEX `figure_share_billable` ON `figure_shares` (`kind`, `id`) WHERE kind = 'payment_plan_item';
-- create "figure_totals" table
CREATE TABLE `figure_totals` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `owner` text NOT NULL DEFAULT (''), `in_stage` text NOT NULL DEFAULT (''), `category` text NOT NULL DEFAULT (''), `process` integer NOT NULL DEFAULT (0), `days` integer NOT NULL DEFAULT (-1), `due` text NOT NULL DEFAULT (''), `minor` integer NOT NULL DEFAULT (0), `records` integer NOT NULL DEFAULT (0));
-- create index "figure_total_of" to table: "figure_totals"
CREATE UNIQUE INDEX `figure_total_of` ON `figure_totals` (`kind`, `owner`, `in_stage`, `category`, `process`, `days`, `due`);
