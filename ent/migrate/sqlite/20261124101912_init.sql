-- +goose Up
-- create "acceptances" table
CREATE TABLE `acceptances` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `kind` text NOT NULL DEFAULT ('partial'), `accepted_on` date NOT NULL, `signer` text NULL, `remark` text NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `order_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `acceptances_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptances_orders_acceptances` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptance_stage_category` CHECK (stage_category IN ('draft', 'testing', 'accepted', 'rejected')));
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
-- create "acceptance_lines" table
CREATE TABLE `acceptance_lines` (`id` text NOT NULL, `accepted` integer NOT NULL, `rejected` integer NOT NULL, `acceptance_id` text NOT NULL, `order_line_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `acceptance_lines_acceptances_lines` FOREIGN KEY (`acceptance_id`) REFERENCES `acceptances` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptance_lines_order_lines_acceptance_lines` FOREIGN KEY (`order_line_id`) REFERENCES `order_lines` (`id`) ON DELETE NO ACTION, CONSTRAINT `acceptance_line_quantity` CHECK (accepted >= 0 AND rejected >= 0 AND accepted + rejected > 0));
-- create index "acceptanceline_acceptance_id_order_line_id" to table: "acceptance_lines"
CREATE UNIQUE INDEX `acceptanceline_acceptance_id_order_line_id` ON `acceptance_lines` (`acceptance_id`, `order_line_id`);
-- create index "acceptanceline_order_line_id" to table: "acceptance_lines"
CREATE INDEX `acceptanceline_order_line_id` ON `acceptance_lines` (`order_line_id`);
-- create "accounts" table
CREATE TABLE `accounts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `short_name` text NULL, `uscc` text NULL, `industry` text NULL, `region` text NULL, `level` text NULL, `phone` text NULL, `website` text NULL, `billing_address` text NULL, `shipping_address` text NULL, `invoice_title` text NULL, `tax_number` text NULL, `bank` text NULL, `bank_account` text NULL, `payment_days` integer NOT NULL DEFAULT (30), `employees` integer NULL, `founded` integer NULL, `currency` text NOT NULL, `revenue_minor` integer NULL, `owner_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `accounts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `accounts_accounts_subsidiaries` FOREIGN KEY (`parent_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `account_stage_category` CHECK (stage_category IN ('prospect', 'customer', 'dormant', 'on_hold', 'blacklisted', 'merged')));
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
-- create "allocations" table
CREATE TABLE `allocations` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `currency` text NOT NULL, `amount_minor` integer NOT NULL, `allocated_on` date NOT NULL, `reason` text NULL, `journey_id` text NOT NULL, `reverses_id` text NULL, `invoice_id` text NOT NULL, `payment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `allocations_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `allocations_allocations_reversal` FOREIGN KEY (`reverses_id`) REFERENCES `allocations` (`id`) ON DELETE NO ACTION, CONSTRAINT `allocations_invoices_allocations` FOREIGN KEY (`invoice_id`) REFERENCES `invoices` (`id`) ON DELETE NO ACTION, CONSTRAINT `allocations_payments_allocations` FOREIGN KEY (`payment_id`) REFERENCES `payments` (`id`) ON DELETE NO ACTION, CONSTRAINT `allocation_amount` CHECK ((reverses_id IS NULL AND amount_minor > 0) OR (reverses_id IS NOT NULL AND amount_minor < 0)));
-- create index "allocations_reverses_id_key" to table: "allocations"
CREATE UNIQUE INDEX `allocations_reverses_id_key` ON `allocations` (`reverses_id`);
-- create index "allocation_created_at_id" to table: "allocations"
CREATE INDEX `allocation_created_at_id` ON `allocations` (`created_at`, `id`);
-- create index "allocation_payment_id" to table: "allocations"
CREATE INDEX `allocation_payment_id` ON `allocations` (`payment_id`);
-- create index "allocation_invoice_id" to table: "allocations"
CREATE INDEX `allocation_invoice_id` ON `allocations` (`invoice_id`);
-- create index "allocation_journey_id" to table: "allocations"
CREATE INDEX `allocation_journey_id` ON `allocations` (`journey_id`);
-- create "changes" table
CREATE TABLE `changes` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `xid` integer NOT NULL DEFAULT (0), `kind` text NOT NULL, `subject_kind` text NOT NULL, `subject_id` text NOT NULL, `subject_version` integer NOT NULL, `journey_id` text NULL, `account_id` text NULL, `owner_id` text NULL, `department` text NOT NULL DEFAULT (''), `legal_entity_id` text NOT NULL, `process_version` integer NOT NULL DEFAULT (0), `from_stage` text NOT NULL DEFAULT (''), `to_stage` text NOT NULL DEFAULT (''), `from_category` text NOT NULL DEFAULT (''), `to_category` text NOT NULL DEFAULT (''), `fields` json NULL, `actor` text NOT NULL, `actor_kind` text NOT NULL, `on_behalf_of` text NULL, `client_mutation_id` text NOT NULL DEFAULT (''), `correlation_id` text NOT NULL, `entered_previous_at` datetime NULL, `at` datetime NOT NULL, `elapsed_seconds` integer NOT NULL DEFAULT (0), `business_seconds` integer NOT NULL DEFAULT (0), `reason` text NOT NULL DEFAULT (''), `comment` text NOT NULL DEFAULT (''), `guards` json NULL, `currency` text NOT NULL, `amount_minor` integer NOT NULL DEFAULT (0));
-- create index "change_xid_id" to table: "changes"
CREATE INDEX `change_xid_id` ON `changes` (`xid`, `id`);
-- create index "change_journey_id_xid_id" to table: "changes"
CREATE INDEX `change_journey_id_xid_id` ON `changes` (`journey_id`, `xid`, `id`);
-- create index "change_subject_id_id" to table: "changes"
CREATE INDEX `change_subject_id_id` ON `changes` (`subject_id`, `id`);
-- create index "change_account_id_xid_id" to table: "changes"
CREATE INDEX `change_account_id_xid_id` ON `changes` (`account_id`, `xid`, `id`);
-- create index "change_owner_id_xid_id" to table: "changes"
CREATE INDEX `change_owner_id_xid_id` ON `changes` (`owner_id`, `xid`, `id`);
-- create index "change_department_xid_id" to table: "changes"
CREATE INDEX `change_department_xid_id` ON `changes` (`department`, `xid`, `id`);
-- create index "change_subject_kind_at" to table: "changes"
CREATE INDEX `change_subject_kind_at` ON `changes` (`subject_kind`, `at`);
-- create index "change_correlation_id" to table: "changes"
CREATE INDEX `change_correlation_id` ON `changes` (`correlation_id`);
-- create "contacts" table
CREATE TABLE `contacts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `title` text NULL, `phone` text NULL, `email` text NULL, `wechat` text NULL, `decision_role` text NULL, `primary` bool NOT NULL DEFAULT (false), `account_id` text NULL, `owner_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `contacts_accounts_contacts` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `contacts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
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
-- create "contracts" table
CREATE TABLE `contracts` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `number` text NOT NULL, `title` text NOT NULL, `lines` json NOT NULL, `payment_terms` json NOT NULL, `effective_from` date NULL, `effective_to` date NULL, `signed_by_us` text NULL, `signed_by_customer` text NULL, `signed_on` date NULL, `remark` text NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `quote_version_id` text NULL, `opportunity_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `contracts_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_quote_versions_quote_version` FOREIGN KEY (`quote_version_id`) REFERENCES `quote_versions` (`id`) ON DELETE NO ACTION, CONSTRAINT `contracts_opportunities_contracts` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `contract_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `contract_stage_category` CHECK (stage_category IN ('draft', 'review', 'approved', 'signing', 'signed', 'effective', 'suspended', 'completed', 'terminated', 'void')));
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
-- create "credit_notes" table
CREATE TABLE `credit_notes` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `number` text NULL, `legal_entity_id` text NOT NULL, `reason` text NOT NULL, `remark` text NULL, `issued_on` date NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `invoice_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `credit_notes_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_notes_invoices_credit_notes` FOREIGN KEY (`invoice_id`) REFERENCES `invoices` (`id`) ON DELETE NO ACTION, CONSTRAINT `credit_note_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `credit_note_posted` CHECK ((stage_category IN ('posted', 'refunded')) = (number IS NOT NULL)), CONSTRAINT `credit_note_stage_category` CHECK (stage_category IN ('draft', 'approved', 'posted', 'refunded')));
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
-- create "departments" table
CREATE TABLE `departments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `function` text NOT NULL, PRIMARY KEY (`id`));
-- create "external_refs" table
CREATE TABLE `external_refs` (`id` text NOT NULL, `system` text NOT NULL, `external_id` text NOT NULL, `record_kind` text NOT NULL, `record_id` text NOT NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "externalref_system_record_kind_external_id" to table: "external_refs"
CREATE UNIQUE INDEX `externalref_system_record_kind_external_id` ON `external_refs` (`system`, `record_kind`, `external_id`);
-- create index "externalref_record_id" to table: "external_refs"
CREATE INDEX `externalref_record_id` ON `external_refs` (`record_id`);
-- create "feed_states" table
CREATE TABLE `feed_states` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `epoch` integer NOT NULL DEFAULT (1));
-- create "idempotencies" table
CREATE TABLE `idempotencies` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `principal` text NOT NULL, `key` text NOT NULL, `response_name` text NOT NULL, `request_hash` blob NOT NULL, `record_kind` text NOT NULL DEFAULT (''), `record_id` text NOT NULL DEFAULT (''), `record_version` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL);
-- create index "idempotency_principal_key_response_name" to table: "idempotencies"
CREATE UNIQUE INDEX `idempotency_principal_key_response_name` ON `idempotencies` (`principal`, `key`, `response_name`);
-- create index "idempotency_created_at" to table: "idempotencies"
CREATE INDEX `idempotency_created_at` ON `idempotencies` (`created_at`);
-- create "invoices" table
CREATE TABLE `invoices` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `draft_number` text NOT NULL, `number` text NULL, `legal_entity_id` text NOT NULL, `kind` text NOT NULL DEFAULT ('standard'), `issued_on` date NULL, `due_on` date NULL, `due_days` integer NOT NULL, `title` text NULL, `tax_number` text NULL, `address` text NULL, `bank` text NULL, `remark` text NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `contract_id` text NULL, `order_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `invoices_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_contracts_contract` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoices_orders_invoices` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `invoice_posted` CHECK ((stage_category IN ('posted', 'closed')) = (number IS NOT NULL)), CONSTRAINT `invoice_stage_category` CHECK (stage_category IN ('draft', 'review', 'posted', 'closed', 'discarded')));
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
-- create "invoice_lines" table
CREATE TABLE `invoice_lines` (`id` text NOT NULL, `position` integer NOT NULL, `description` text NOT NULL, `unit` text NOT NULL DEFAULT (''), `quantity` integer NOT NULL, `unit_price` integer NOT NULL, `discount` integer NOT NULL DEFAULT (0), `tax_rate` integer NOT NULL DEFAULT (0), `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `invoice_id` text NOT NULL, `product_id` text NULL, `order_line_id` text NULL, `plan_item_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `invoice_lines_invoices_lines` FOREIGN KEY (`invoice_id`) REFERENCES `invoices` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_lines_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_lines_order_lines_invoice_lines` FOREIGN KEY (`order_line_id`) REFERENCES `order_lines` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_lines_payment_plan_items_invoice_lines` FOREIGN KEY (`plan_item_id`) REFERENCES `payment_plan_items` (`id`) ON DELETE NO ACTION, CONSTRAINT `invoice_line_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `invoice_line_quantity` CHECK (quantity > 0), CONSTRAINT `invoice_line_rates` CHECK (discount BETWEEN 0 AND 1000000 AND tax_rate BETWEEN 0 AND 1000000));
-- create index "invoiceline_invoice_id_position" to table: "invoice_lines"
CREATE UNIQUE INDEX `invoiceline_invoice_id_position` ON `invoice_lines` (`invoice_id`, `position`);
-- create index "invoiceline_order_line_id" to table: "invoice_lines"
CREATE INDEX `invoiceline_order_line_id` ON `invoice_lines` (`order_line_id`);
-- create index "invoiceline_plan_item_id" to table: "invoice_lines"
CREATE INDEX `invoiceline_plan_item_id` ON `invoice_lines` (`plan_item_id`);
-- create index "invoiceline_product_id" to table: "invoice_lines"
CREATE INDEX `invoiceline_product_id` ON `invoice_lines` (`product_id`);
-- create "journeys" table
CREATE TABLE `journeys` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `number` text NOT NULL, `phase` text NOT NULL DEFAULT ('lead'), `status` text NOT NULL DEFAULT ('open'), `currency` text NOT NULL, `amount_minor` integer NOT NULL DEFAULT (0), `opened_at` datetime NOT NULL, `cash_complete_at` datetime NULL, `ended_at` datetime NULL, `owner_id` text NULL, `account_id` text NULL, `parent_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `journeys_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `journeys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `journeys_journeys_renewals` FOREIGN KEY (`parent_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION);
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
-- create "leads" table
CREATE TABLE `leads` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `company` text NOT NULL, `title` text NULL, `phone` text NULL, `email` text NULL, `wechat` text NULL, `region` text NULL, `industry` text NULL, `need` text NULL, `origin` text NOT NULL DEFAULT ('other'), `campaign` text NULL, `currency` text NOT NULL, `budget_minor` integer NULL, `budget_status` text NULL, `authority` text NULL, `pain` text NULL, `timeline` date NULL, `qualify_reason` text NULL, `disqualify_reason` text NULL, `first_response_due_at` datetime NULL, `first_responded_at` datetime NULL, `converted_at` datetime NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NULL, `contact_id` text NULL, `opportunity_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `leads_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION, CONSTRAINT `leads_opportunities_opportunity` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `lead_stage_category` CHECK (stage_category IN ('new', 'working', 'qualified', 'converted', 'disqualified', 'pooled')));
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
-- create "legal_entities" table
CREATE TABLE `legal_entities` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `tax_number` text NULL, `address` text NULL, `phone` text NULL, `bank` text NULL, `bank_account` text NULL, `currency` text NOT NULL, `time_zone` text NOT NULL, `calendar` text NOT NULL DEFAULT ('cn'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `first_response_hours` integer NOT NULL DEFAULT (8), PRIMARY KEY (`id`));
-- create "number_series" table
CREATE TABLE `number_series` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `legal_entity_id` text NOT NULL, `series` text NOT NULL, `year` integer NOT NULL, `last` integer NOT NULL DEFAULT (0), `last_on` date NULL);
-- create index "numberseries_legal_entity_id_series_year" to table: "number_series"
CREATE UNIQUE INDEX `numberseries_legal_entity_id_series_year` ON `number_series` (`legal_entity_id`, `series`, `year`);
-- create "opportunities" table
CREATE TABLE `opportunities` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `number` text NOT NULL, `name` text NOT NULL, `currency` text NOT NULL, `amount_minor` integer NOT NULL DEFAULT (0), `expected_close` date NULL, `needs` text NULL, `lost_reason` text NULL, `closed_at` datetime NULL, `account_id` text NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `contact_id` text NULL, `lead_id` text NULL, `product_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `opportunities_accounts_opportunities` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_leads_lead` FOREIGN KEY (`lead_id`) REFERENCES `leads` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunities_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE NO ACTION, CONSTRAINT `opportunity_stage_category` CHECK (stage_category IN ('open', 'on_hold', 'won', 'lost', 'abandoned')));
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
-- create "orders" table
CREATE TABLE `orders` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `next_step` text NULL, `next_step_due` date NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `number` text NOT NULL, `requested_on` date NULL, `promised_on` date NULL, `ship_to` text NULL, `bill_to` text NULL, `contract_id` text NOT NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `orders_contracts_order` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `orders_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `order_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `order_stage_category` CHECK (stage_category IN ('draft', 'confirmed', 'on_hold', 'closed', 'cancelled')));
-- create index "orders_contract_id_key" to table: "orders"
CREATE UNIQUE INDEX `orders_contract_id_key` ON `orders` (`contract_id`);
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
-- create "order_lines" table
CREATE TABLE `order_lines` (`id` text NOT NULL, `position` integer NOT NULL, `description` text NOT NULL, `unit` text NOT NULL DEFAULT (''), `quantity` integer NOT NULL, `unit_price` integer NOT NULL, `discount` integer NOT NULL DEFAULT (0), `tax_rate` integer NOT NULL DEFAULT (0), `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `order_id` text NOT NULL, `product_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `order_lines_orders_lines` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `order_lines_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE NO ACTION, CONSTRAINT `order_line_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `order_line_quantity` CHECK (quantity > 0), CONSTRAINT `order_line_rates` CHECK (discount BETWEEN 0 AND 1000000 AND tax_rate BETWEEN 0 AND 1000000));
-- create index "orderline_order_id_position" to table: "order_lines"
CREATE UNIQUE INDEX `orderline_order_id_position` ON `order_lines` (`order_id`, `position`);
-- create index "orderline_product_id" to table: "order_lines"
CREATE INDEX `orderline_product_id` ON `order_lines` (`product_id`);
-- create "payments" table
CREATE TABLE `payments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `legal_entity_id` text NOT NULL, `method` text NOT NULL DEFAULT ('bank'), `currency` text NOT NULL, `amount_minor` integer NOT NULL, `received_on` date NOT NULL, `payer` text NULL, `bank_account` text NOT NULL DEFAULT (''), `bank_reference` text NULL, `remark` text NULL, `owner_id` text NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `payments_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `payments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `payment_stage_category` CHECK (stage_category IN ('unclaimed', 'claimed', 'confirmed', 'reversed')));
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
-- create "payment_plan_items" table
CREATE TABLE `payment_plan_items` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `position` integer NOT NULL, `name` text NOT NULL, `trigger` text NOT NULL, `percent` integer NOT NULL, `currency` text NOT NULL, `amount_minor` integer NOT NULL, `due_days` integer NOT NULL, `planned_on` date NULL, `triggered_on` date NULL, `contract_id` text NOT NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `payment_plan_items_contracts_plan_items` FOREIGN KEY (`contract_id`) REFERENCES `contracts` (`id`) ON DELETE NO ACTION, CONSTRAINT `payment_plan_items_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `payment_plan_items_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `payment_plan_item_stage_category` CHECK (stage_category IN ('planned', 'triggered', 'waived')));
-- create index "paymentplanitem_contract_id_position" to table: "payment_plan_items"
CREATE UNIQUE INDEX `paymentplanitem_contract_id_position` ON `payment_plan_items` (`contract_id`, `position`);
-- create index "paymentplanitem_stage_stage_entered_at_id" to table: "payment_plan_items"
CREATE INDEX `paymentplanitem_stage_stage_entered_at_id` ON `payment_plan_items` (`stage`, `stage_entered_at`, `id`);
-- create index "paymentplanitem_account_id" to table: "payment_plan_items"
CREATE INDEX `paymentplanitem_account_id` ON `payment_plan_items` (`account_id`);
-- create index "paymentplanitem_journey_id" to table: "payment_plan_items"
CREATE INDEX `paymentplanitem_journey_id` ON `payment_plan_items` (`journey_id`);
-- create "processes" table
CREATE TABLE `processes` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `kind` text NOT NULL, `number` integer NOT NULL, `preset` text NOT NULL DEFAULT ('default'), `document` json NOT NULL, `current` bool NOT NULL, PRIMARY KEY (`id`));
-- create index "process_kind_number" to table: "processes"
CREATE UNIQUE INDEX `process_kind_number` ON `processes` (`kind`, `number`);
-- create index "process_current" to table: "processes"
CREATE UNIQUE INDEX `process_current` ON `processes` (`kind`) WHERE current;
-- create "products" table
CREATE TABLE `products` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `sku` text NOT NULL, `name` text NOT NULL, `kind` text NOT NULL DEFAULT ('goods'), `unit` text NOT NULL DEFAULT (''), `currency` text NOT NULL, `list_price` integer NOT NULL, `tax_rate` integer NOT NULL DEFAULT (0), `tax_code` text NULL, `active` bool NOT NULL DEFAULT (true), PRIMARY KEY (`id`));
-- create index "product_sku" to table: "products"
CREATE UNIQUE INDEX `product_sku` ON `products` (`sku`);
-- create index "product_name_id" to table: "products"
CREATE INDEX `product_name_id` ON `products` (`name`, `id`);
-- create "quotes" table
CREATE TABLE `quotes` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `number` text NOT NULL, `primary` bool NOT NULL DEFAULT (true), `opportunity_id` text NOT NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, `contact_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `quotes_opportunities_quotes` FOREIGN KEY (`opportunity_id`) REFERENCES `opportunities` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `quotes_contacts_contact` FOREIGN KEY (`contact_id`) REFERENCES `contacts` (`id`) ON DELETE NO ACTION);
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
-- create "quote_lines" table
CREATE TABLE `quote_lines` (`id` text NOT NULL, `position` integer NOT NULL, `description` text NOT NULL, `unit` text NOT NULL DEFAULT (''), `quantity` integer NOT NULL, `unit_price` integer NOT NULL, `discount` integer NOT NULL DEFAULT (0), `tax_rate` integer NOT NULL DEFAULT (0), `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `optional` bool NOT NULL DEFAULT (false), `list_minor` integer NOT NULL, `discount_amount_minor` integer NOT NULL, `product_id` text NULL, `quote_version_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `quote_lines_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE NO ACTION, CONSTRAINT `quote_lines_quote_versions_lines` FOREIGN KEY (`quote_version_id`) REFERENCES `quote_versions` (`id`) ON DELETE NO ACTION, CONSTRAINT `quote_line_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `quote_line_quantity` CHECK (quantity > 0), CONSTRAINT `quote_line_rates` CHECK (discount BETWEEN 0 AND 1000000 AND tax_rate BETWEEN 0 AND 1000000));
-- create index "quoteline_quote_version_id_position" to table: "quote_lines"
CREATE UNIQUE INDEX `quoteline_quote_version_id_position` ON `quote_lines` (`quote_version_id`, `position`);
-- create index "quoteline_product_id" to table: "quote_lines"
CREATE INDEX `quoteline_product_id` ON `quote_lines` (`product_id`);
-- create "quote_versions" table
CREATE TABLE `quote_versions` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `currency` text NOT NULL, `net_minor` integer NOT NULL, `tax_minor` integer NOT NULL, `gross_minor` integer NOT NULL, `tax_mode` text NOT NULL DEFAULT ('exclusive'), `rounding` text NOT NULL DEFAULT ('line_then_sum'), `number` integer NOT NULL, `valid_until` date NOT NULL, `list_minor` integer NOT NULL, `discount_total_minor` integer NOT NULL, `header_discount_minor` integer NOT NULL DEFAULT (0), `payment_terms` json NOT NULL, `delivery_terms` text NULL, `warranty_terms` text NULL, `remark` text NULL, `content_hash` text NOT NULL DEFAULT (''), `sent_at` datetime NULL, `accepted_at` datetime NULL, `accepted_by` text NULL, `evidence` text NULL, `quote_id` text NOT NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `quote_versions_quotes_versions` FOREIGN KEY (`quote_id`) REFERENCES `quotes` (`id`) ON DELETE NO ACTION, CONSTRAINT `quote_versions_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `quote_versions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `quote_version_accepted` CHECK ((stage_category = 'accepted') = (accepted_at IS NOT NULL)), CONSTRAINT `quote_version_gross` CHECK (gross_minor = net_minor + tax_minor), CONSTRAINT `quote_version_stage_category` CHECK (stage_category IN ('draft', 'review', 'approved', 'sent', 'accepted', 'closed')));
-- create index "quoteversion_quote_id_number" to table: "quote_versions"
CREATE UNIQUE INDEX `quoteversion_quote_id_number` ON `quote_versions` (`quote_id`, `number`);
-- create index "quote_version_draft" to table: "quote_versions"
CREATE UNIQUE INDEX `quote_version_draft` ON `quote_versions` (`quote_id`) WHERE stage_category IN ('draft', 'review');
-- create index "quote_version_current" to table: "quote_versions"
CREATE UNIQUE INDEX `quote_version_current` ON `quote_versions` (`quote_id`) WHERE stage_category IN ('approved', 'sent', 'accepted');
-- create index "quoteversion_stage_stage_entered_at_id" to table: "quote_versions"
CREATE INDEX `quoteversion_stage_stage_entered_at_id` ON `quote_versions` (`stage`, `stage_entered_at`, `id`);
-- create index "quoteversion_account_id" to table: "quote_versions"
CREATE INDEX `quoteversion_account_id` ON `quote_versions` (`account_id`);
-- create index "quoteversion_journey_id" to table: "quote_versions"
CREATE INDEX `quoteversion_journey_id` ON `quote_versions` (`journey_id`);
-- create "readers" table
CREATE TABLE `readers` (`id` text NOT NULL, `xid` integer NOT NULL DEFAULT (0), `change_id` integer NOT NULL DEFAULT (0), `updated_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create "sessions" table
CREATE TABLE `sessions` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `last_seen_at` datetime NOT NULL, `address` text NOT NULL DEFAULT (''), `user_agent` text NOT NULL DEFAULT (''), `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "session_token_hash" to table: "sessions"
CREATE UNIQUE INDEX `session_token_hash` ON `sessions` (`token_hash`);
-- create index "session_user_id" to table: "sessions"
CREATE INDEX `session_user_id` ON `sessions` (`user_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "shipments" table
CREATE TABLE `shipments` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `process_version` integer NOT NULL, `stage` text NOT NULL, `stage_category` text NOT NULL, `stage_entered_at` datetime NOT NULL, `number` text NOT NULL, `planned_on` date NULL, `shipped_on` date NULL, `delivered_on` date NULL, `carrier` text NULL, `tracking_number` text NULL, `received_by` text NULL, `order_id` text NOT NULL, `owner_id` text NULL, `journey_id` text NOT NULL, `account_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `shipments_orders_shipments` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_users_owner` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_journeys_journey` FOREIGN KEY (`journey_id`) REFERENCES `journeys` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipments_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipment_stage_category` CHECK (stage_category IN ('planned', 'under_way', 'delivered', 'exception', 'cancelled')));
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
-- create "shipment_lines" table
CREATE TABLE `shipment_lines` (`id` text NOT NULL, `quantity` integer NOT NULL, `order_line_id` text NOT NULL, `shipment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `shipment_lines_order_lines_shipment_lines` FOREIGN KEY (`order_line_id`) REFERENCES `order_lines` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipment_lines_shipments_lines` FOREIGN KEY (`shipment_id`) REFERENCES `shipments` (`id`) ON DELETE NO ACTION, CONSTRAINT `shipment_line_quantity` CHECK (quantity > 0));
-- create index "shipmentline_shipment_id_order_line_id" to table: "shipment_lines"
CREATE UNIQUE INDEX `shipmentline_shipment_id_order_line_id` ON `shipment_lines` (`shipment_id`, `order_line_id`);
-- create index "shipmentline_order_line_id" to table: "shipment_lines"
CREATE INDEX `shipmentline_order_line_id` ON `shipment_lines` (`order_line_id`);
-- create "tokens" table
CREATE TABLE `tokens` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `token_hash` blob NOT NULL, `expires_at` datetime NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `tokens_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "token_token_hash" to table: "tokens"
CREATE UNIQUE INDEX `token_token_hash` ON `tokens` (`token_hash`);
-- create index "token_user_id" to table: "tokens"
CREATE INDEX `token_user_id` ON `tokens` (`user_id`);
-- create "users" table
CREATE TABLE `users` (`id` text NOT NULL, `created_at` datetime NOT NULL, `created_by` text NOT NULL, `updated_at` datetime NOT NULL, `updated_by` text NOT NULL, `source` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `name` text NOT NULL, `email` text NOT NULL, `password_hash` text NULL, `title` text NULL, `admin` bool NOT NULL DEFAULT (false), `active` bool NOT NULL DEFAULT (true), `language` text NOT NULL DEFAULT ('zh'), `department_id` text NULL, `manager_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `users_departments_users` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE NO ACTION, CONSTRAINT `users_users_reports` FOREIGN KEY (`manager_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "user_email" to table: "users"
CREATE UNIQUE INDEX `user_email` ON `users` (`email`);
-- create index "user_name_id" to table: "users"
CREATE INDEX `user_name_id` ON `users` (`name`, `id`);
-- create index "user_department_id" to table: "users"
CREATE INDEX `user_department_id` ON `users` (`department_id`);
-- create index "user_manager_id" to table: "users"
CREATE INDEX `user_manager_id` ON `users` (`manager_id`);
