-- +goose Up
-- create index "contact_created_at_id" to table: "contacts"
CREATE INDEX "contact_created_at_id" ON "contacts" ("created_at", "id");
-- create index "contract_stage_entered_at_id" to table: "contracts"
CREATE INDEX "contract_stage_entered_at_id" ON "contracts" ("stage_entered_at", "id") WHERE (version > 0);
-- create index "lead_company_id" to table: "leads"
CREATE INDEX "lead_company_id" ON "leads" ("company", "id");
-- create index "lead_stage_entered_at_id" to table: "leads"
CREATE INDEX "lead_stage_entered_at_id" ON "leads" ("stage_entered_at", "id") WHERE (version > 0);
-- create index "opportunity_amount_minor_id" to table: "opportunities"
CREATE INDEX "opportunity_amount_minor_id" ON "opportunities" ("amount_minor", "id");
-- create index "opportunity_name_id" to table: "opportunities"
CREATE INDEX "opportunity_name_id" ON "opportunities" ("name", "id");
-- create index "opportunity_stage_entered_at_id" to table: "opportunities"
CREATE INDEX "opportunity_stage_entered_at_id" ON "opportunities" ("stage_entered_at", "id") WHERE (version > 0);
-- create index "order_stage_entered_at_id" to table: "orders"
CREATE INDEX "order_stage_entered_at_id" ON "orders" ("stage_entered_at", "id") WHERE (version > 0);
-- create index "paymentplanitem_created_at_id" to table: "payment_plan_items"
CREATE INDEX "paymentplanitem_created_at_id" ON "payment_plan_items" ("created_at", "id");
-- create index "paymentplanitem_stage_entered_at_id" to table: "payment_plan_items"
CREATE INDEX "paymentplanitem_stage_entered_at_id" ON "payment_plan_items" ("stage_entered_at", "id") WHERE (version > 0);
-- create index "product_created_at_id" to table: "products"
CREATE INDEX "product_created_at_id" ON "products" ("created_at", "id");
