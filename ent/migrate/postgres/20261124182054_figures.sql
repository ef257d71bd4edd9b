-- +goose Up
-- create index "change_closing" to table: "changes"
CREATE INDEX "change_closing" ON "changes" ("subject_id", "at", "to_stage", "entered_previous_at") WHERE (((kind)::text = 'moved'::text) AND ((to_category)::text = ANY ((ARRAY['won'::character varying, 'lost'::character varying, 'abandoned'::character varying])::text[])));
-- create index "opportunity_funnel" to table: "opportunities"
CREATE INDEX "opportunity_funnel" ON "opportunities" ("stage", "stage_category", "process_version", "amount_minor");
