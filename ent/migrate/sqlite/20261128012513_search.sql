-- +goose Up
-- create "search_entries" table
CREATE TABLE `search_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `record_id` text NOT NULL, `made_at` datetime NOT NULL, `number` text NOT NULL DEFAULT (''), `title` text NOT NULL DEFAULT (''), `texts` json NULL, `haystack` text NOT NULL);
-- create index "searchentry_record_id" to table: "search_entries"
CREATE UNIQUE INDEX `searchentry_record_id` ON `search_entries` (`record_id`);
-- create index "searchentry_made_at_id" to table: "search_entries"
CREATE INDEX `searchentry_made_at_id` ON `search_entries` (`made_at`, `id`);
-- The index over trigrams; it keeps no text of its own.
CREATE VIRTUAL TABLE `search_words` USING fts5(`haystack`, content='search_entries', content_rowid='id', tokenize='trigram case_sensitive 1');
-- +goose StatementBegin
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries`
BEGIN
  INSERT INTO `search_words` (`rowid`, `haystack`) VALUES (new.`id`, new.`haystack`);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `search_entries_gone` AFTER DELETE ON `search_entries`
BEGIN
  INSERT INTO `search_words` (`search_words`, `rowid`, `haystack`) VALUES ('delete', old.`id`, old.`haystack`);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `search_entries_changed` AFTER UPDATE OF `haystack` ON `search_entries`
BEGIN
  INSERT INTO `search_words` (`search_words`, `rowid`, `haystack`) VALUES ('delete', old.`id`, old.`haystack`);
  INSERT INTO `search_words` (`rowid`, `haystack`) VALUES (new.`id`, new.`haystack`);
END;
-- +goose StatementEnd
