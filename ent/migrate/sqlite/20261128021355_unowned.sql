-- +goose Up
-- create index "acceptance_created_by" to table: "acceptances"
CREATE INDEX `acceptance_created_by` ON `acceptances` (`created_by`) WHERE owner_id IS NULL;
-- create index "account_created_by" to table: "accounts"
CREATE INDEX `account_created_by` ON `accounts` (`created_by`) WHERE owner_id IS NULL;
-- create index "contact_created_by" to table: "contacts"
CREATE INDEX `contact_created_by` ON `contacts` (`created_by`) WHERE owner_id IS NULL;
-- create index "contract_created_by" to table: "contracts"
CREATE INDEX `contract_created_by` ON `contracts` (`created_by`) WHERE owner_id IS NULL;
-- create index "creditnote_created_by" to table: "credit_notes"
CREATE INDEX `creditnote_created_by` ON `credit_notes` (`created_by`) WHERE owner_id IS NULL;
-- create index "invoice_created_by" to table: "invoices"
CREATE INDEX `invoice_created_by` ON `invoices` (`created_by`) WHERE owner_id IS NULL;
-- create index "journey_created_by" to table: "journeys"
CREATE INDEX `journey_created_by` ON `journeys` (`created_by`) WHERE owner_id IS NULL;
-- create index "lead_created_by" to table: "leads"
CREATE INDEX `lead_created_by` ON `leads` (`created_by`) WHERE owner_id IS NULL;
-- create index "opportunity_created_by" to table: "opportunities"
CREATE INDEX `opportunity_created_by` ON `opportunities` (`created_by`) WHERE owner_id IS NULL;
-- create index "order_created_by" to table: "orders"
CREATE INDEX `order_created_by` ON `orders` (`created_by`) WHERE owner_id IS NULL;
-- create index "payment_created_by" to table: "payments"
CREATE INDEX `payment_created_by` ON `payments` (`created_by`) WHERE owner_id IS NULL;
-- create index "quote_created_by" to table: "quotes"
CREATE INDEX `quote_created_by` ON `quotes` (`created_by`) WHERE owner_id IS NULL;
-- create index "shipment_created_by" to table: "shipments"
CREATE INDEX `shipment_created_by` ON `shipments` (`created_by`) WHERE owner_id IS NULL;
