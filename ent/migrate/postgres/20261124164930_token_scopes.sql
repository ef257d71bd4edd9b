-- +goose Up
-- modify "tokens" table
ALTER TABLE "tokens" ADD COLUMN "scopes" jsonb NULL, ADD COLUMN "last_used_from" character varying NOT NULL DEFAULT '';
