-- +goose Up
-- who was an administrator, or kept out: the columns go
CREATE TABLE users_before AS SELECT id, admin, active FROM users;
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_acceptances" table
CREATE TABLE `new_acceptances` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `kind` text NOT NULL DEFAULT ('partial'), `accepted_on` date NOT NULL, `signer` text NULL, `remark` text NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `order_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `acceptances_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_orders_acceptances` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptance_stage_category` CHECK (stage_category IN ('draft', 'testing', 'accepted', 'rejected')));
-- copy rows from old table "acceptances" to new temporary table "new_acceptances"
INSERT INTO `new_acceptances` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `kind`, `accepted_on`, `signer`, `remark`, `owner_id`, `journey_id`, `account_id`, `order_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `kind`, `accepted_on`, `signer`, `remark`, `owner_id`, `journey_id`, `account_id`, `order_id` FROM `acceptances`;
-- drop "acceptances" table after copying rows
DROP TABLE `acceptances`;
-- rename temporary table "new_acceptances" to "acceptances"
ALTER TABLE `new_acceptances` RENAME TO `acceptances`;
-- create index "acceptance_department_id" to table: "acceptances"
CREATE INDEX `acceptance_department_id` ON `acceptances` (`department_id`);
-- create index "acceptance_number" to table: "acceptances"
CREATE UNIQUE INDEX `acceptance_number` ON `acceptances` (`number`);
-- create index "acceptance_created_at_id" to table: "acceptances"
CREATE INDEX `acceptance_created_at_id` ON `acceptances` (`created_at`, `id`);
-- create index "acceptance_stage_stage_entered_at_id" to table: "acceptances"
CREATE INDEX `acceptance_stage_stage_entered_at_id` ON `acceptances` (`stage`, `stage_entered_at`, `id`);
-- create index "acceptance_order_id" to table: "acceptances"
CREATE INDEX `acceptance_order_id` ON `acceptances` (`order_id`);
-- create index "acceptance_account_id" to table: "acceptances"
CREATE INDEX `acceptance_account_id` ON `acceptances` (`account_id`);
-- create index "acceptance_owner_id" to table: "acceptances"
CREATE INDEX `acceptance_owner_id` ON `acceptances` (`owner_id`);
-- create index "acceptance_journey_id" to table: "acceptances"
CREATE INDEX `acceptance_journey_id` ON `acceptances` (`journey_id`);
-- create "new_accounts" table
CREATE TABLE `new_accounts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `short_name` text NULL, `uscc` text NULL, `industry` text NULL, `region` text NULL, `level` text NULL, `phone` text NULL, `website` text NULL, `billing_address` text NULL, `shipping_address` text NULL, `invoice_title` text NULL, `tax_number` text NULL, `bank` text NULL, `bank_account` text NULL, `payment_days` integer NOT NULL DEFAULT (30), `employees` integer NULL, `founded` integer NULL, `currency` text NOT NULL, `revenue_minor` integer NULL, `owner_id` text NULL, `department_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `accounts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `accounts_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `accounts_accounts_subsidiaries` FOREIGN KEY (`parent_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `account_stage_category` CHECK (stage_category IN ('prospect', 'customer', 'dormant', 'on_hold', 'blacklisted', 'merged')));
-- copy rows from old table "accounts" to new temporary table "new_accounts"
INSERT INTO `new_accounts` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `name_key`, `short_name`, `uscc`, `industry`, `region`, `level`, `phone`, `website`, `billing_address`, `shipping_address`, `invoice_title`, `tax_number`, `bank`, `bank_account`, `payment_days`, `employees`, `founded`, `currency`, `revenue_minor`, `owner_id`, `parent_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `name_key`, `short_name`, `uscc`, `industry`, `region`, `level`, `phone`, `website`, `billing_address`, `shipping_address`, `invoice_title`, `tax_number`, `bank`, `bank_account`, `payment_days`, `employees`, `founded`, `currency`, `revenue_minor`, `owner_id`, `parent_id` FROM `accounts`;
-- drop "accounts" table after copying rows
DROP TABLE `accounts`;
-- rename temporary table "new_accounts" to "accounts"
ALTER TABLE `new_accounts` RENAME TO `accounts`;
-- create index "account_department_id" to table: "accounts"
CREATE INDEX `account_department_id` ON `accounts` (`department_id`);
-- create index "account_number" to table: "accounts"
CREATE UNIQUE INDEX `account_number` ON `accounts` (`number`);
-- create index "account_name_id" to table: "accounts"
CREATE INDEX `account_name_id` ON `accounts` (`name`, `id`);
-- create index "account_name_key" to table: "accounts"
CREATE INDEX `account_name_key` ON `accounts` (`name_key`);
-- create index "account_uscc" to table: "accounts"
CREATE UNIQUE INDEX `account_uscc` ON `accounts` (`uscc`);
-- create index "account_created_at_id" to table: "accounts"
CREATE INDEX `account_created_at_id` ON `accounts` (`created_at`, `id`);
-- create index "account_stage_stage_entered_at_id" to table: "accounts"
CREATE INDEX `account_stage_stage_entered_at_id` ON `accounts` (`stage`, `stage_entered_at`, `id`);
-- create index "account_parent_id" to table: "accounts"
CREATE INDEX `account_parent_id` ON `accounts` (`parent_id`);
-- create index "account_owner_id" to table: "accounts"
CREATE INDEX `account_owner_id` ON `accounts` (`owner_id`);
-- create "new_contacts" table
CREATE TABLE `new_contacts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `title` text NULL, `phone` text NULL, `email` text NULL, `wechat` text NULL, `decision_role` text NULL, `primary` bool NOT NULL DEFAULT (false), `account_id` text NULL, `owner_id` text NULL, `department_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `contacts_accounts_contacts` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `contacts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `contacts_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "contacts" to new temporary table "new_contacts"
INSERT INTO `new_contacts` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `title`, `phone`, `email`, `wechat`, `decision_role`, `primary`, `account_id`, `owner_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `title`, `phone`, `email`, `wechat`, `decision_role`, `primary`, `account_id`, `owner_id` FROM `contacts`;
-- drop "contacts" table after copying rows
DROP TABLE `contacts`;
-- rename temporary table "new_contacts" to "contacts"
ALTER TABLE `new_contacts` RENAME TO `contacts`;
-- create index "contact_department_id" to table: "contacts"
CREATE INDEX `contact_department_id` ON `contacts` (`department_id`);
-- create index "contact_account_id_name_id" to table: "contacts"
CREATE INDEX `contact_account_id_name_id` ON `contacts` (`account_id`, `name`, `id`);
-- create index "contact_name_id" to table: "contacts"
CREATE INDEX `contact_name_id` ON `contacts` (`name`, `id`);
-- create index "contact_email" to table: "contacts"
CREATE INDEX `contact_email` ON `contacts` (`email`);
-- create index "contact_phone" to table: "contacts"
CREATE INDEX `contact_phone` ON `contacts` (`phone`);
-- create index "contact_owner_id" to table: "contacts"
CREATE INDEX `contact_owner_id` ON `contacts` (`owner_id`);
-- create "new_contracts" table
CREATE TABLE `new_contracts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `number` text NOT NULL, `title` text NOT NULL, `lines` json NOT NULL, `payment_terms` json NOT NULL, `effective_from` date NULL, `effective_to` date NULL, `signed_by_us` text NULL, `signed_by_customer` text NULL, `signed_on` date NULL, `remark` text NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `quote_version_id` text NULL, `opportunity_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `contracts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_quote_versions_quote_version` FOREIGN KEY (`quote_version_id`) REFERENCES `quote_versions` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_opportunities_contracts` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `contract_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `contract_stage_category` CHECK (stage_category IN ('draft', 'review', 'approved', 'signing', 'signed', 'effective', 'suspended', 'completed', 'terminated', 'void')));
-- copy rows from old table "contracts" to new temporary table "new_contracts"
INSERT INTO `new_contracts` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `number`, `title`, `lines`, `payment_terms`, `effective_from`, `effective_to`, `signed_by_us`, `signed_by_customer`, `signed_on`, `remark`, `owner_id`, `journey_id`, `account_id`, `quote_version_id`, `opportunity_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `number`, `title`, `lines`, `payment_terms`, `effective_from`, `effective_to`, `signed_by_us`, `signed_by_customer`, `signed_on`, `remark`, `owner_id`, `journey_id`, `account_id`, `quote_version_id`, `opportunity_id` FROM `contracts`;
-- drop "contracts" table after copying rows
DROP TABLE `contracts`;
-- rename temporary table "new_contracts" to "contracts"
ALTER TABLE `new_contracts` RENAME TO `contracts`;
-- create index "contract_department_id" to table: "contracts"
CREATE INDEX `contract_department_id` ON `contracts` (`department_id`);
-- create index "contract_number" to table: "contracts"
CREATE UNIQUE INDEX `contract_number` ON `contracts` (`number`);
-- create index "contract_quote_version_id" to table: "contracts"
CREATE UNIQUE INDEX `contract_quote_version_id` ON `contracts` (`quote_version_id`);
-- create index "contract_created_at_id" to table: "contracts"
CREATE INDEX `contract_created_at_id` ON `contracts` (`created_at`, `id`);
-- create index "contract_stage_category_effective_from" to table: "contracts"
CREATE INDEX `contract_stage_category_effective_from` ON `contracts` (`stage_category`, `effective_from`);
-- create index "contract_stage_stage_entered_at_id" to table: "contracts"
CREATE INDEX `contract_stage_stage_entered_at_id` ON `contracts` (`stage`, `stage_entered_at`, `id`);
-- create index "contract_account_id" to table: "contracts"
CREATE INDEX `contract_account_id` ON `contracts` (`account_id`);
-- create index "contract_opportunity_id" to table: "contracts"
CREATE INDEX `contract_opportunity_id` ON `contracts` (`opportunity_id`);
-- create index "contract_owner_id" to table: "contracts"
CREATE INDEX `contract_owner_id` ON `contracts` (`owner_id`);
-- create index "contract_journey_id" to table: "contracts"
CREATE INDEX `contract_journey_id` ON `contracts` (`journey_id`);
-- create "new_credit_notes" table
CREATE TABLE `new_credit_notes` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `number` text NULL, `legal_entity_id` text NOT NULL, `reason` text NOT NULL, `remark` text NULL, `issued_on` date NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `invoice_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `credit_notes_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_invoices_credit_notes` FOREIGN KEY (`invoice_id`) REFERENCES `invoices` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_note_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `credit_note_posted` CHECK ((stage_category IN ('posted', 'refunded')) = (number IS NOT NULL)), CONSTRAINT `credit_note_stage_category` CHECK (stage_category IN ('draft', 'approved', 'posted', 'refunded')));
-- copy rows from old table "credit_notes" to new temporary table "new_credit_notes"
INSERT INTO `new_credit_notes` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `number`, `legal_entity_id`, `reason`, `remark`, `issued_on`, `owner_id`, `journey_id`, `account_id`, `invoice_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `number`, `legal_entity_id`, `reason`, `remark`, `issued_on`, `owner_id`, `journey_id`, `account_id`, `invoice_id` FROM `credit_notes`;
-- drop "credit_notes" table after copying rows
DROP TABLE `credit_notes`;
-- rename temporary table "new_credit_notes" to "credit_notes"
ALTER TABLE `new_credit_notes` RENAME TO `credit_notes`;
-- create index "creditnote_department_id" to table: "credit_notes"
CREATE INDEX `creditnote_department_id` ON `credit_notes` (`department_id`);
-- create index "creditnote_legal_entity_id_number" to table: "credit_notes"
CREATE UNIQUE INDEX `creditnote_legal_entity_id_number` ON `credit_notes` (`legal_entity_id`, `number`);
-- create index "creditnote_invoice_id" to table: "credit_notes"
CREATE UNIQUE INDEX `creditnote_invoice_id` ON `credit_notes` (`invoice_id`);
-- create index "creditnote_created_at_id" to table: "credit_notes"
CREATE INDEX `creditnote_created_at_id` ON `credit_notes` (`created_at`, `id`);
-- create index "creditnote_stage_stage_entered_at_id" to table: "credit_notes"
CREATE INDEX `creditnote_stage_stage_entered_at_id` ON `credit_notes` (`stage`, `stage_entered_at`, `id`);
-- create index "creditnote_account_id" to table: "credit_notes"
CREATE INDEX `creditnote_account_id` ON `credit_notes` (`account_id`);
-- create index "creditnote_owner_id" to table: "credit_notes"
CREATE INDEX `creditnote_owner_id` ON `credit_notes` (`owner_id`);
-- create index "creditnote_journey_id" to table: "credit_notes"
CREATE INDEX `creditnote_journey_id` ON `credit_notes` (`journey_id`);
-- create "new_departments" table
CREATE TABLE `new_departments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `function` text NOT NULL, `active` bool NOT NULL DEFAULT (true), `head_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `departments_users_head` FOREIGN KEY (`head_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `departments_departments_children` FOREIGN KEY (`parent_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "departments" to new temporary table "new_departments"
INSERT INTO `new_departments` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `function`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `function` FROM `departments`;
-- drop "departments" table after copying rows
DROP TABLE `departments`;
-- rename temporary table "new_departments" to "departments"
ALTER TABLE `new_departments` RENAME TO `departments`;
-- create index "department_parent_id" to table: "departments"
CREATE INDEX `department_parent_id` ON `departments` (`parent_id`);
-- create index "department_head_id" to table: "departments"
CREATE INDEX `department_head_id` ON `departments` (`head_id`);
-- create index "department_name" to table: "departments"
CREATE INDEX `department_name` ON `departments` (`name`);
-- create "new_invoices" table
CREATE TABLE `new_invoices` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `draft_number` text NOT NULL, `number` text NULL, `legal_entity_id` text NOT NULL, `kind` text NOT NULL DEFAULT ('standard'), `issued_on` date NULL, `due_on` date NULL, `due_days` integer NOT NULL, `title` text NULL, `tax_number` text NULL, `address` text NULL, `bank` text NULL, `remark` text NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `contract_id` text NULL, `order_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `invoices_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_contracts_contract` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_orders_invoices` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `invoice_posted` CHECK ((stage_category IN ('posted', 'closed')) = (number IS NOT NULL)), CONSTRAINT `invoice_stage_category` CHECK (stage_category IN ('draft', 'review', 'posted', 'closed', 'discarded')));
-- copy rows from old table "invoices" to new temporary table "new_invoices"
INSERT INTO `new_invoices` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `draft_number`, `number`, `legal_entity_id`, `kind`, `issued_on`, `due_on`, `due_days`, `title`, `tax_number`, `address`, `bank`, `remark`, `owner_id`, `journey_id`, `account_id`, `contract_id`, `order_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `draft_number`, `number`, `legal_entity_id`, `kind`, `issued_on`, `due_on`, `due_days`, `title`, `tax_number`, `address`, `bank`, `remark`, `owner_id`, `journey_id`, `account_id`, `contract_id`, `order_id` FROM `invoices`;
-- drop "invoices" table after copying rows
DROP TABLE `invoices`;
-- rename temporary table "new_invoices" to "invoices"
ALTER TABLE `new_invoices` RENAME TO `invoices`;
-- create index "invoice_department_id" to table: "invoices"
CREATE INDEX `invoice_department_id` ON `invoices` (`department_id`);
-- create index "invoice_draft_number" to table: "invoices"
CREATE UNIQUE INDEX `invoice_draft_number` ON `invoices` (`draft_number`);
-- create index "invoice_legal_entity_id_number" to table: "invoices"
CREATE UNIQUE INDEX `invoice_legal_entity_id_number` ON `invoices` (`legal_entity_id`, `number`);
-- create index "invoice_created_at_id" to table: "invoices"
CREATE INDEX `invoice_created_at_id` ON `invoices` (`created_at`, `id`);
-- create index "invoice_stage_category_due_on_id" to table: "invoices"
CREATE INDEX `invoice_stage_category_due_on_id` ON `invoices` (`stage_category`, `due_on`, `id`);
-- create index "invoice_stage_stage_entered_at_id" to table: "invoices"
CREATE INDEX `invoice_stage_stage_entered_at_id` ON `invoices` (`stage`, `stage_entered_at`, `id`);
-- create index "invoice_account_id" to table: "invoices"
CREATE INDEX `invoice_account_id` ON `invoices` (`account_id`);
-- create index "invoice_contract_id" to table: "invoices"
CREATE INDEX `invoice_contract_id` ON `invoices` (`contract_id`);
-- create index "invoice_order_id" to table: "invoices"
CREATE INDEX `invoice_order_id` ON `invoices` (`order_id`);
-- create index "invoice_owner_id" to table: "invoices"
CREATE INDEX `invoice_owner_id` ON `invoices` (`owner_id`);
-- create index "invoice_journey_id" to table: "invoices"
CREATE INDEX `invoice_journey_id` ON `invoices` (`journey_id`);
-- create "new_journeys" table
CREATE TABLE `new_journeys` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `number` text NOT NULL, `phase` text NOT NULL DEFAULT ('lead'), `status` text NOT NULL DEFAULT ('open'), `currency` text NOT NULL, `amount_minor` integer NOT NULL DEFAULT (0), `opened_at` datetime NOT NULL, `cash_complete_at` datetime NULL, `ended_at` datetime NULL, `owner_id` text NULL, `department_id` text NULL, `account_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `journeys_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `journeys_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `journeys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `journeys_journeys_renewals` FOREIGN KEY (`parent_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "journeys" to new temporary table "new_journeys"
INSERT INTO `new_journeys` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `number`, `phase`, `status`, `currency`, `amount_minor`, `opened_at`, `cash_complete_at`, `ended_at`, `owner_id`, `account_id`, `parent_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `number`, `phase`, `status`, `currency`, `amount_minor`, `opened_at`, `cash_complete_at`, `ended_at`, `owner_id`, `account_id`, `parent_id` FROM `journeys`;
-- drop "journeys" table after copying rows
DROP TABLE `journeys`;
-- rename temporary table "new_journeys" to "journeys"
ALTER TABLE `new_journeys` RENAME TO `journeys`;
-- create index "journey_department_id" to table: "journeys"
CREATE INDEX `journey_department_id` ON `journeys` (`department_id`);
-- create index "journey_number" to table: "journeys"
CREATE UNIQUE INDEX `journey_number` ON `journeys` (`number`);
-- create index "journey_status_phase_opened_at_id" to table: "journeys"
CREATE INDEX `journey_status_phase_opened_at_id` ON `journeys` (`status`, `phase`, `opened_at`, `id`);
-- create index "journey_opened_at_id" to table: "journeys"
CREATE INDEX `journey_opened_at_id` ON `journeys` (`opened_at`, `id`);
-- create index "journey_account_id" to table: "journeys"
CREATE INDEX `journey_account_id` ON `journeys` (`account_id`);
-- create index "journey_owner_id" to table: "journeys"
CREATE INDEX `journey_owner_id` ON `journeys` (`owner_id`);
-- create index "journey_parent_id" to table: "journeys"
CREATE INDEX `journey_parent_id` ON `journeys` (`parent_id`);
-- create "new_leads" table
CREATE TABLE `new_leads` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `company` text NOT NULL, `title` text NULL, `phone` text NULL, `email` text NULL, `wechat` text NULL, `region` text NULL, `industry` text NULL, `need` text NULL, `origin` text NOT NULL DEFAULT ('other'), `campaign` text NULL, `currency` text NOT NULL, `budget_minor` integer NULL, `budget_status` text NULL, `authority` text NULL, `pain` text NULL, `timeline` date NULL, `qualify_reason` text NULL, `disqualify_reason` text NULL, `first_response_due_at` datetime NULL, `first_responded_at` datetime NULL, `converted_at` datetime NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NULL, `contact_id` text NULL, `opportunity_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `leads_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_opportunities_opportunity` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `lead_stage_category` CHECK (stage_category IN ('new', 'working', 'qualified', 'converted', 'disqualified', 'pooled')));
-- copy rows from old table "leads" to new temporary table "new_leads"
INSERT INTO `new_leads` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `company`, `title`, `phone`, `email`, `wechat`, `region`, `industry`, `need`, `origin`, `campaign`, `currency`, `budget_minor`, `budget_status`, `authority`, `pain`, `timeline`, `qualify_reason`, `disqualify_reason`, `first_response_due_at`, `first_responded_at`, `converted_at`, `owner_id`, `journey_id`, `account_id`, `contact_id`, `opportunity_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `company`, `title`, `phone`, `email`, `wechat`, `region`, `industry`, `need`, `origin`, `campaign`, `currency`, `budget_minor`, `budget_status`, `authority`, `pain`, `timeline`, `qualify_reason`, `disqualify_reason`, `first_response_due_at`, `first_responded_at`, `converted_at`, `owner_id`, `journey_id`, `account_id`, `contact_id`, `opportunity_id` FROM `leads`;
-- drop "leads" table after copying rows
DROP TABLE `leads`;
-- rename temporary table "new_leads" to "leads"
ALTER TABLE `new_leads` RENAME TO `leads`;
-- create index "lead_department_id" to table: "leads"
CREATE INDEX `lead_department_id` ON `leads` (`department_id`);
-- create index "lead_number" to table: "leads"
CREATE UNIQUE INDEX `lead_number` ON `leads` (`number`);
-- create index "lead_created_at_id" to table: "leads"
CREATE INDEX `lead_created_at_id` ON `leads` (`created_at`, `id`);
-- create index "lead_stage_category_created_at_id" to table: "leads"
CREATE INDEX `lead_stage_category_created_at_id` ON `leads` (`stage_category`, `created_at`, `id`);
-- create index "lead_owner_id_created_at_id" to table: "leads"
CREATE INDEX `lead_owner_id_created_at_id` ON `leads` (`owner_id`, `created_at`, `id`);
-- create index "lead_stage_stage_entered_at_id" to table: "leads"
CREATE INDEX `lead_stage_stage_entered_at_id` ON `leads` (`stage`, `stage_entered_at`, `id`);
-- create index "lead_journey_id" to table: "leads"
CREATE INDEX `lead_journey_id` ON `leads` (`journey_id`);
-- create index "lead_account_id" to table: "leads"
CREATE INDEX `lead_account_id` ON `leads` (`account_id`);
-- create index "lead_contact_id" to table: "leads"
CREATE INDEX `lead_contact_id` ON `leads` (`contact_id`);
-- create index "lead_opportunity_id" to table: "leads"
CREATE INDEX `lead_opportunity_id` ON `leads` (`opportunity_id`);
-- create index "lead_email" to table: "leads"
CREATE INDEX `lead_email` ON `leads` (`email`);
-- create index "lead_phone" to table: "leads"
CREATE INDEX `lead_phone` ON `leads` (`phone`);
-- create "new_opportunities" table
CREATE TABLE `new_opportunities` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `currency` text NOT NULL, `amount_minor` integer NOT NULL DEFAULT (0), `expected_close` date NULL, `needs` text NULL, `lost_reason` text NULL, `closed_at` datetime NULL, `account_id` text NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `contact_id` text NULL, `lead_id` text NULL, `product_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `opportunities_accounts_opportunities` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_leads_lead` FOREIGN KEY (`lead_id`) REFERENCES `leads` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunity_stage_category` CHECK (stage_category IN ('open', 'on_hold', 'won', 'lost', 'abandoned')));
-- copy rows from old table "opportunities" to new temporary table "new_opportunities"
INSERT INTO `new_opportunities` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `currency`, `amount_minor`, `expected_close`, `needs`, `lost_reason`, `closed_at`, `account_id`, `owner_id`, `journey_id`, `contact_id`, `lead_id`, `product_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `number`, `name`, `currency`, `amount_minor`, `expected_close`, `needs`, `lost_reason`, `closed_at`, `account_id`, `owner_id`, `journey_id`, `contact_id`, `lead_id`, `product_id` FROM `opportunities`;
-- drop "opportunities" table after copying rows
DROP TABLE `opportunities`;
-- rename temporary table "new_opportunities" to "opportunities"
ALTER TABLE `new_opportunities` RENAME TO `opportunities`;
-- create index "opportunity_department_id" to table: "opportunities"
CREATE INDEX `opportunity_department_id` ON `opportunities` (`department_id`);
-- create index "opportunity_number" to table: "opportunities"
CREATE UNIQUE INDEX `opportunity_number` ON `opportunities` (`number`);
-- create index "opportunity_created_at_id" to table: "opportunities"
CREATE INDEX `opportunity_created_at_id` ON `opportunities` (`created_at`, `id`);
-- create index "opportunity_owner_id_stage_stage_entered_at_id" to table: "opportunities"
CREATE INDEX `opportunity_owner_id_stage_stage_entered_at_id` ON `opportunities` (`owner_id`, `stage`, `stage_entered_at`, `id`);
-- create index "opportunity_stage_category_expected_close_id" to table: "opportunities"
CREATE INDEX `opportunity_stage_category_expected_close_id` ON `opportunities` (`stage_category`, `expected_close`, `id`);
-- create index "opportunity_stage_stage_entered_at_id" to table: "opportunities"
CREATE INDEX `opportunity_stage_stage_entered_at_id` ON `opportunities` (`stage`, `stage_entered_at`, `id`);
-- create index "opportunity_account_id" to table: "opportunities"
CREATE INDEX `opportunity_account_id` ON `opportunities` (`account_id`);
-- create index "opportunity_contact_id" to table: "opportunities"
CREATE INDEX `opportunity_contact_id` ON `opportunities` (`contact_id`);
-- create index "opportunity_lead_id" to table: "opportunities"
CREATE INDEX `opportunity_lead_id` ON `opportunities` (`lead_id`);
-- create index "opportunity_product_id" to table: "opportunities"
CREATE INDEX `opportunity_product_id` ON `opportunities` (`product_id`);
-- create index "opportunity_journey_id" to table: "opportunities"
CREATE INDEX `opportunity_journey_id` ON `opportunities` (`journey_id`);
-- create "new_orders" table
CREATE TABLE `new_orders` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `number` text NOT NULL, `requested_on` date NULL, `promised_on` date NULL, `ship_to` text NULL, `bill_to` text NULL, `contract_id` text NOT NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `orders_contracts_order` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `order_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `order_stage_category` CHECK (stage_category IN ('draft', 'confirmed', 'on_hold', 'closed', 'cancelled')));
-- copy rows from old table "orders" to new temporary table "new_orders"
INSERT INTO `new_orders` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `number`, `requested_on`, `promised_on`, `ship_to`, `bill_to`, `contract_id`, `owner_id`, `journey_id`, `account_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `next_step`, `next_step_due`, `currency`, `net_minor`, `tax_minor`, `gross_minor`, `tax_mode`, `rounding`, `number`, `requested_on`, `promised_on`, `ship_to`, `bill_to`, `contract_id`, `owner_id`, `journey_id`, `account_id` FROM `orders`;
-- drop "orders" table after copying rows
DROP TABLE `orders`;
-- rename temporary table "new_orders" to "orders"
ALTER TABLE `new_orders` RENAME TO `orders`;
-- create index "orders_contract_id_key" to table: "orders"
CREATE UNIQUE INDEX `orders_contract_id_key` ON `orders` (`contract_id`);
-- create index "order_department_id" to table: "orders"
CREATE INDEX `order_department_id` ON `orders` (`department_id`);
-- create index "order_number" to table: "orders"
CREATE UNIQUE INDEX `order_number` ON `orders` (`number`);
-- create index "order_created_at_id" to table: "orders"
CREATE INDEX `order_created_at_id` ON `orders` (`created_at`, `id`);
-- create index "order_stage_stage_entered_at_id" to table: "orders"
CREATE INDEX `order_stage_stage_entered_at_id` ON `orders` (`stage`, `stage_entered_at`, `id`);
-- create index "order_account_id" to table: "orders"
CREATE INDEX `order_account_id` ON `orders` (`account_id`);
-- create index "order_owner_id" to table: "orders"
CREATE INDEX `order_owner_id` ON `orders` (`owner_id`);
-- create index "order_journey_id" to table: "orders"
CREATE INDEX `order_journey_id` ON `orders` (`journey_id`);
-- create "new_payments" table
CREATE TABLE `new_payments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `legal_entity_id` text NOT NULL, `method` text NOT NULL DEFAULT ('bank'), `currency` text NOT NULL, `amount_minor` integer NOT NULL, `received_on` date NOT NULL, `payer` text NULL, `bank_account` text NOT NULL DEFAULT (''), `bank_reference` text NULL, `remark` text NULL, `owner_id` text NULL, `department_id` text NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `payments_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `payments_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `payments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `payment_stage_category` CHECK (stage_category IN ('unclaimed', 'claimed', 'confirmed', 'reversed')));
-- copy rows from old table "payments" to new temporary table "new_payments"
INSERT INTO `new_payments` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `legal_entity_id`, `method`, `currency`, `amount_minor`, `received_on`, `payer`, `bank_account`, `bank_reference`, `remark`, `owner_id`, `account_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `legal_entity_id`, `method`, `currency`, `amount_minor`, `received_on`, `payer`, `bank_account`, `bank_reference`, `remark`, `owner_id`, `account_id` FROM `payments`;
-- drop "payments" table after copying rows
DROP TABLE `payments`;
-- rename temporary table "new_payments" to "payments"
ALTER TABLE `new_payments` RENAME TO `payments`;
-- create index "payment_department_id" to table: "payments"
CREATE INDEX `payment_department_id` ON `payments` (`department_id`);
-- create index "payment_number" to table: "payments"
CREATE UNIQUE INDEX `payment_number` ON `payments` (`number`);
-- create index "payment_bank_account_bank_reference" to table: "payments"
CREATE UNIQUE INDEX `payment_bank_account_bank_reference` ON `payments` (`bank_account`, `bank_reference`);
-- create index "payment_received_on_id" to table: "payments"
CREATE INDEX `payment_received_on_id` ON `payments` (`received_on`, `id`);
-- create index "payment_created_at_id" to table: "payments"
CREATE INDEX `payment_created_at_id` ON `payments` (`created_at`, `id`);
-- create index "payment_stage_stage_entered_at_id" to table: "payments"
CREATE INDEX `payment_stage_stage_entered_at_id` ON `payments` (`stage`, `stage_entered_at`, `id`);
-- create index "payment_account_id" to table: "payments"
CREATE INDEX `payment_account_id` ON `payments` (`account_id`);
-- create index "payment_owner_id" to table: "payments"
CREATE INDEX `payment_owner_id` ON `payments` (`owner_id`);
-- create "new_quotes" table
CREATE TABLE `new_quotes` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `number` text NOT NULL, `primary` bool NOT NULL DEFAULT (true), `opportunity_id` text NOT NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `contact_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `quotes_opportunities_quotes` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "quotes" to new temporary table "new_quotes"
INSERT INTO `new_quotes` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `number`, `primary`, `opportunity_id`, `owner_id`, `journey_id`, `account_id`, `contact_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `number`, `primary`, `opportunity_id`, `owner_id`, `journey_id`, `account_id`, `contact_id` FROM `quotes`;
-- drop "quotes" table after copying rows
DROP TABLE `quotes`;
-- rename temporary table "new_quotes" to "quotes"
ALTER TABLE `new_quotes` RENAME TO `quotes`;
-- create index "quote_department_id" to table: "quotes"
CREATE INDEX `quote_department_id` ON `quotes` (`department_id`);
-- create index "quote_number" to table: "quotes"
CREATE UNIQUE INDEX `quote_number` ON `quotes` (`number`);
-- create index "quote_created_at_id" to table: "quotes"
CREATE INDEX `quote_created_at_id` ON `quotes` (`created_at`, `id`);
-- create index "quote_opportunity_id" to table: "quotes"
CREATE INDEX `quote_opportunity_id` ON `quotes` (`opportunity_id`);
-- create index "quote_account_id" to table: "quotes"
CREATE INDEX `quote_account_id` ON `quotes` (`account_id`);
-- create index "quote_contact_id" to table: "quotes"
CREATE INDEX `quote_contact_id` ON `quotes` (`contact_id`);
-- create index "quote_owner_id" to table: "quotes"
CREATE INDEX `quote_owner_id` ON `quotes` (`owner_id`);
-- create index "quote_journey_id" to table: "quotes"
CREATE INDEX `quote_journey_id` ON `quotes` (`journey_id`);
-- create "new_sessions" table
CREATE TABLE `new_sessions` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `last_seen_at` datetime NOT NULL, `method` text NOT NULL DEFAULT ('password'), `address` text NOT NULL DEFAULT (''), `user_agent` text NOT NULL DEFAULT (''), `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "sessions" to new temporary table "new_sessions"
INSERT INTO `new_sessions` (`id`, `token_hash`, `created_at`, `expires_at`, `last_seen_at`, `address`, `user_agent`, `user_id`) SELECT `id`, `token_hash`, `created_at`, `expires_at`, `last_seen_at`, `address`, `user_agent`, `user_id` FROM `sessions`;
-- drop "sessions" table after copying rows
DROP TABLE `sessions`;
-- rename temporary table "new_sessions" to "sessions"
ALTER TABLE `new_sessions` RENAME TO `sessions`;
-- create index "session_token_hash" to table: "sessions"
CREATE UNIQUE INDEX `session_token_hash` ON `sessions` (`token_hash`);
-- create index "session_user_id" to table: "sessions"
CREATE INDEX `session_user_id` ON `sessions` (`user_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "new_shipments" table
CREATE TABLE `new_shipments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `planned_on` date NULL, `shipped_on` date NULL, `delivered_on` date NULL, `carrier` text NULL, `tracking_number` text NULL, `received_by` text NULL, `order_id` text NOT NULL, `owner_id` text NULL, `department_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `shipments_orders_shipments` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_departments_department` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipment_stage_category` CHECK (stage_category IN ('planned', 'under_way', 'delivered', 'exception', 'cancelled')));
-- copy rows from old table "shipments" to new temporary table "new_shipments"
INSERT INTO `new_shipments` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `planned_on`, `shipped_on`, `delivered_on`, `carrier`, `tracking_number`, `received_by`, `order_id`, `owner_id`, `journey_id`, `account_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `process_version`, `stage`, `stage_category`, `stage_entered_at`, `number`, `planned_on`, `shipped_on`, `delivered_on`, `carrier`, `tracking_number`, `received_by`, `order_id`, `owner_id`, `journey_id`, `account_id` FROM `shipments`;
-- drop "shipments" table after copying rows
DROP TABLE `shipments`;
-- rename temporary table "new_shipments" to "shipments"
ALTER TABLE `new_shipments` RENAME TO `shipments`;
-- create index "shipment_department_id" to table: "shipments"
CREATE INDEX `shipment_department_id` ON `shipments` (`department_id`);
-- create index "shipment_number" to table: "shipments"
CREATE UNIQUE INDEX `shipment_number` ON `shipments` (`number`);
-- create index "shipment_created_at_id" to table: "shipments"
CREATE INDEX `shipment_created_at_id` ON `shipments` (`created_at`, `id`);
-- create index "shipment_stage_stage_entered_at_id" to table: "shipments"
CREATE INDEX `shipment_stage_stage_entered_at_id` ON `shipments` (`stage`, `stage_entered_at`, `id`);
-- create index "shipment_order_id" to table: "shipments"
CREATE INDEX `shipment_order_id` ON `shipments` (`order_id`);
-- create index "shipment_account_id" to table: "shipments"
CREATE INDEX `shipment_account_id` ON `shipments` (`account_id`);
-- create index "shipment_owner_id" to table: "shipments"
CREATE INDEX `shipment_owner_id` ON `shipments` (`owner_id`);
-- create index "shipment_journey_id" to table: "shipments"
CREATE INDEX `shipment_journey_id` ON `shipments` (`journey_id`);
-- create "new_tokens" table
CREATE TABLE `new_tokens` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `hint` text NOT NULL DEFAULT (''), `token_hash` blob NOT NULL, `expires_at` datetime NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `tokens_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "tokens" to new temporary table "new_tokens"
INSERT INTO `new_tokens` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `token_hash`, `expires_at`, `last_used_at`, `revoked_at`, `user_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `token_hash`, `expires_at`, `last_used_at`, `revoked_at`, `user_id` FROM `tokens`;
-- drop "tokens" table after copying rows
DROP TABLE `tokens`;
-- rename temporary table "new_tokens" to "tokens"
ALTER TABLE `new_tokens` RENAME TO `tokens`;
-- create index "token_token_hash" to table: "tokens"
CREATE UNIQUE INDEX `token_token_hash` ON `tokens` (`token_hash`);
-- create index "token_user_id" to table: "tokens"
CREATE INDEX `token_user_id` ON `tokens` (`user_id`);
-- create "new_users" table
CREATE TABLE `new_users` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `email` text NOT NULL, `password_hash` text NULL, `title` text NULL, `phone` text NULL, `status` text NOT NULL DEFAULT ('active'), `language` text NOT NULL DEFAULT ('zh'), `time_zone` text NULL, `theme` text NOT NULL DEFAULT ('system'), `totp_secret` text NULL, `totp_confirmed_at` datetime NULL, `totp_last_step` integer NOT NULL DEFAULT (0), `recovery_codes` json NULL, `oidc_subject` text NULL, `department_id` text NULL, `manager_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `users_departments_users` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `users_users_reports` FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "users" to new temporary table "new_users"
INSERT INTO `new_users` (`id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `email`, `password_hash`, `title`, `language`, `department_id`, `manager_id`) SELECT `id`, `created_at`, `created_by`, `updated_at`, `updated_by`, `source`, `version`, `name`, `email`, `password_hash`, `title`, `language`, `department_id`, `manager_id` FROM `users`;
-- drop "users" table after copying rows
DROP TABLE `users`;
-- rename temporary table "new_users" to "users"
ALTER TABLE `new_users` RENAME TO `users`;
-- create index "user_email" to table: "users"
CREATE UNIQUE INDEX `user_email` ON `users` (`email`);
-- create index "user_name_id" to table: "users"
CREATE INDEX `user_name_id` ON `users` (`name`, `id`);
-- create index "user_department_id" to table: "users"
CREATE INDEX `user_department_id` ON `users` (`department_id`);
-- create index "user_manager_id" to table: "users"
CREATE INDEX `user_manager_id` ON `users` (`manager_id`);
-- create index "user_oidc_subject" to table: "users"
CREATE UNIQUE INDEX `user_oidc_subject` ON `users` (`oidc_subject`);
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `at` datetime NOT NULL, `action` text NOT NULL, `actor` text NOT NULL DEFAULT (''), `actor_kind` text NOT NULL DEFAULT (''), `subject` text NOT NULL DEFAULT (''), `address` text NOT NULL DEFAULT (''), `user_agent` text NOT NULL DEFAULT (''), `correlation_id` text NOT NULL DEFAULT (''), `details` json NULL);
-- create index "auditentry_at_id" to table: "audit_entries"
CREATE INDEX `auditentry_at_id` ON `audit_entries` (`at`, `id`);
-- create index "auditentry_actor_at" to table: "audit_entries"
CREATE INDEX `auditentry_actor_at` ON `audit_entries` (`actor`, `at`);
-- create index "auditentry_action_at" to table: "audit_entries"
CREATE INDEX `auditentry_action_at` ON `audit_entries` (`action`, `at`);
-- create index "auditentry_subject_at" to table: "audit_entries"
CREATE INDEX `auditentry_subject_at` ON `audit_entries` (`subject`, `at`);
-- create "collaborators" table
CREATE TABLE `collaborators` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `record_kind` text NOT NULL, `record_id` text NOT NULL, `level` text NOT NULL DEFAULT ('read'), `cascade` bool NOT NULL DEFAULT (true), `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `collaborators_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "collaborator_record_id_user_id" to table: "collaborators"
CREATE UNIQUE INDEX `collaborator_record_id_user_id` ON `collaborators` (`record_id`, `user_id`);
-- create index "collaborator_user_id_record_id" to table: "collaborators"
CREATE INDEX `collaborator_user_id_record_id` ON `collaborators` (`user_id`, `record_id`);
-- create "delegations" table
CREATE TABLE `delegations` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `starts_on` date NOT NULL, `ends_on` date NOT NULL, `user_id` text NOT NULL, `delegate_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `delegations_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `delegations_users_delegate` FOREIGN KEY (`delegate_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "delegation_delegate_id_ends_on" to table: "delegations"
CREATE INDEX `delegation_delegate_id_ends_on` ON `delegations` (`delegate_id`, `ends_on`);
-- create index "delegation_user_id" to table: "delegations"
CREATE INDEX `delegation_user_id` ON `delegations` (`user_id`);
-- create "invitations" table
CREATE TABLE `invitations` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `token_hash` blob NOT NULL, `expires_at` datetime NOT NULL, `accepted_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `invitations_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "invitation_token_hash" to table: "invitations"
CREATE UNIQUE INDEX `invitation_token_hash` ON `invitations` (`token_hash`);
-- create index "invitation_user_id" to table: "invitations"
CREATE INDEX `invitation_user_id` ON `invitations` (`user_id`);
-- create "roles" table
CREATE TABLE `roles` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `key` text NOT NULL, `name` json NOT NULL, `description` json NOT NULL, `builtin` bool NOT NULL DEFAULT (false), `rights` json NOT NULL, PRIMARY KEY (`id`));
-- create index "role_key" to table: "roles"
CREATE UNIQUE INDEX `role_key` ON `roles` (`key`);
-- create "user_roles" table
CREATE TABLE `user_roles` (`user_id` text NOT NULL, `role_id` text NOT NULL, PRIMARY KEY (`user_id`, `role_id`), CONSTRAINT `user_roles_user_id` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE, CONSTRAINT `user_roles_role_id` FOREIGN KEY (`role_id`) REFERENCES `roles` (`id`) ON DELETE CASCADE);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
-- what the columns said is said by status and by a role now
UPDATE users SET status = 'suspended' WHERE id IN (SELECT id FROM users_before WHERE NOT active);
INSERT INTO roles (id, created_at, created_by, updated_at, updated_by, source, version, key, name, description, builtin, rights)
SELECT 'rol_00000000000000000000000000', strftime('%Y-%m-%d %H:%M:%f+00:00', 'now'), 'system', strftime('%Y-%m-%d %H:%M:%f+00:00', 'now'), 'system', 'import', 1, 'administrator',
  '{"zh":"管理员","en":"Administrator"}', '{"zh":"管理人员、角色和全部数据","en":"Runs people, roles and all data"}', true,
  '{"administrator":true}'
WHERE EXISTS (SELECT 1 FROM users_before WHERE admin);
INSERT INTO user_roles (user_id, role_id) SELECT id, 'rol_00000000000000000000000000' FROM users_before WHERE admin;
DROP TABLE users_before;
-- the owner's department stands beside the owner
UPDATE acceptances SET department_id = (SELECT u.department_id FROM users u WHERE u.id = acceptances.owner_id);
UPDATE accounts SET department_id = (SELECT u.department_id FROM users u WHERE u.id = accounts.owner_id);
UPDATE contacts SET department_id = (SELECT u.department_id FROM users u WHERE u.id = contacts.owner_id);
UPDATE contracts SET department_id = (SELECT u.department_id FROM users u WHERE u.id = contracts.owner_id);
UPDATE credit_notes SET department_id = (SELECT u.department_id FROM users u WHERE u.id = credit_notes.owner_id);
UPDATE invoices SET department_id = (SELECT u.department_id FROM users u WHERE u.id = invoices.owner_id);
UPDATE journeys SET department_id = (SELECT u.department_id FROM users u WHERE u.id = journeys.owner_id);
UPDATE leads SET department_id = (SELECT u.department_id FROM users u WHERE u.id = leads.owner_id);
UPDATE opportunities SET department_id = (SELECT u.department_id FROM users u WHERE u.id = opportunities.owner_id);
UPDATE orders SET department_id = (SELECT u.department_id FROM users u WHERE u.id = orders.owner_id);
UPDATE payments SET department_id = (SELECT u.department_id FROM users u WHERE u.id = payments.owner_id);
UPDATE quotes SET department_id = (SELECT u.department_id FROM users u WHERE u.id = quotes.owner_id);
UPDATE shipments SET department_id = (SELECT u.department_id FROM users u WHERE u.id = shipments.owner_id);
