-- +goose Up
-- create "acceptances" table
CREATE TABLE "acceptances" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "number" character varying NOT NULL, "kind" character varying NOT NULL DEFAULT 'partial', "accepted_on" date NOT NULL, "signer" character varying NULL, "remark" character varying NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, "order_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "acceptance_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'testing'::character varying, 'accepted'::character varying, 'rejected'::character varying])::text[])));
-- create index "acceptance_account_id" to table: "acceptances"
CREATE INDEX "acceptance_account_id" ON "acceptances" ("account_id");
-- create index "acceptance_created_at_id" to table: "acceptances"
CREATE INDEX "acceptance_created_at_id" ON "acceptances" ("created_at", "id");
-- create index "acceptance_journey_id" to table: "acceptances"
CREATE INDEX "acceptance_journey_id" ON "acceptances" ("journey_id");
-- create index "acceptance_number" to table: "acceptances"
CREATE UNIQUE INDEX "acceptance_number" ON "acceptances" ("number");
-- create index "acceptance_order_id" to table: "acceptances"
CREATE INDEX "acceptance_order_id" ON "acceptances" ("order_id");
-- create index "acceptance_owner_id" to table: "acceptances"
CREATE INDEX "acceptance_owner_id" ON "acceptances" ("owner_id");
-- create index "acceptance_stage_stage_entered_at_id" to table: "acceptances"
CREATE INDEX "acceptance_stage_stage_entered_at_id" ON "acceptances" ("stage", "stage_entered_at", "id");
-- create "acceptance_lines" table
CREATE TABLE "acceptance_lines" ("id" character varying NOT NULL, "accepted" bigint NOT NULL, "rejected" bigint NOT NULL, "acceptance_id" character varying NOT NULL, "order_line_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "acceptance_line_quantity" CHECK ((accepted >= 0) AND (rejected >= 0) AND ((accepted + rejected) > 0)));
-- create index "acceptanceline_acceptance_id_order_line_id" to table: "acceptance_lines"
CREATE UNIQUE INDEX "acceptanceline_acceptance_id_order_line_id" ON "acceptance_lines" ("acceptance_id", "order_line_id");
-- create index "acceptanceline_order_line_id" to table: "acceptance_lines"
CREATE INDEX "acceptanceline_order_line_id" ON "acceptance_lines" ("order_line_id");
-- create "accounts" table
CREATE TABLE "accounts" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "next_step" character varying NULL, "next_step_due" date NULL, "number" character varying NOT NULL, "name" character varying NOT NULL, "name_key" character varying NOT NULL, "short_name" character varying NULL, "uscc" character varying NULL, "industry" character varying NULL, "region" character varying NULL, "level" character varying NULL, "phone" character varying NULL, "website" character varying NULL, "billing_address" character varying NULL, "shipping_address" character varying NULL, "invoice_title" character varying NULL, "tax_number" character varying NULL, "bank" character varying NULL, "bank_account" character varying NULL, "payment_days" bigint NOT NULL DEFAULT 30, "employees" bigint NULL, "founded" bigint NULL, "currency" character varying NOT NULL, "revenue_minor" bigint NULL, "owner_id" character varying NULL, "parent_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "accounts_accounts_subsidiaries" FOREIGN KEY ("parent_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "account_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['prospect'::character varying, 'customer'::character varying, 'dormant'::character varying, 'on_hold'::character varying, 'blacklisted'::character varying, 'merged'::character varying])::text[])));
-- create index "account_created_at_id" to table: "accounts"
CREATE INDEX "account_created_at_id" ON "accounts" ("created_at", "id");
-- create index "account_name_id" to table: "accounts"
CREATE INDEX "account_name_id" ON "accounts" ("name", "id");
-- create index "account_name_key" to table: "accounts"
CREATE INDEX "account_name_key" ON "accounts" ("name_key");
-- create index "account_number" to table: "accounts"
CREATE UNIQUE INDEX "account_number" ON "accounts" ("number");
-- create index "account_owner_id" to table: "accounts"
CREATE INDEX "account_owner_id" ON "accounts" ("owner_id");
-- create index "account_parent_id" to table: "accounts"
CREATE INDEX "account_parent_id" ON "accounts" ("parent_id");
-- create index "account_stage_stage_entered_at_id" to table: "accounts"
CREATE INDEX "account_stage_stage_entered_at_id" ON "accounts" ("stage", "stage_entered_at", "id");
-- create index "account_uscc" to table: "accounts"
CREATE UNIQUE INDEX "account_uscc" ON "accounts" ("uscc");
-- create "allocations" table
CREATE TABLE "allocations" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL, "allocated_on" date NOT NULL, "reason" character varying NULL, "journey_id" character varying NOT NULL, "reverses_id" character varying NULL, "invoice_id" character varying NOT NULL, "payment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "allocations_allocations_reversal" FOREIGN KEY ("reverses_id") REFERENCES "allocations" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "allocation_amount" CHECK (((reverses_id IS NULL) AND (amount_minor > 0)) OR ((reverses_id IS NOT NULL) AND (amount_minor < 0))));
-- create index "allocation_created_at_id" to table: "allocations"
CREATE INDEX "allocation_created_at_id" ON "allocations" ("created_at", "id");
-- create index "allocation_invoice_id" to table: "allocations"
CREATE INDEX "allocation_invoice_id" ON "allocations" ("invoice_id");
-- create index "allocation_journey_id" to table: "allocations"
CREATE INDEX "allocation_journey_id" ON "allocations" ("journey_id");
-- create index "allocation_payment_id" to table: "allocations"
CREATE INDEX "allocation_payment_id" ON "allocations" ("payment_id");
-- create index "allocations_reverses_id_key" to table: "allocations"
CREATE UNIQUE INDEX "allocations_reverses_id_key" ON "allocations" ("reverses_id");
-- create "changes" table
CREATE TABLE "changes" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "xid" bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint, "kind" character varying NOT NULL, "subject_kind" character varying NOT NULL, "subject_id" character varying NOT NULL, "subject_version" bigint NOT NULL, "journey_id" character varying NULL, "account_id" character varying NULL, "owner_id" character varying NULL, "department" character varying NOT NULL DEFAULT '', "legal_entity_id" character varying NOT NULL, "process_version" bigint NOT NULL DEFAULT 0, "from_stage" character varying NOT NULL DEFAULT '', "to_stage" character varying NOT NULL DEFAULT '', "from_category" character varying NOT NULL DEFAULT '', "to_category" character varying NOT NULL DEFAULT '', "fields" jsonb NULL, "actor" character varying NOT NULL, "actor_kind" character varying NOT NULL, "on_behalf_of" character varying NULL, "client_mutation_id" character varying NOT NULL DEFAULT '', "correlation_id" character varying NOT NULL, "entered_previous_at" timestamptz NULL, "at" timestamptz NOT NULL, "elapsed_seconds" bigint NOT NULL DEFAULT 0, "business_seconds" bigint NOT NULL DEFAULT 0, "reason" character varying NOT NULL DEFAULT '', "comment" character varying NOT NULL DEFAULT '', "guards" jsonb NULL, "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL DEFAULT 0, PRIMARY KEY ("id"));
-- create index "change_account_id_xid_id" to table: "changes"
CREATE INDEX "change_account_id_xid_id" ON "changes" ("account_id", "xid", "id");
-- create index "change_correlation_id" to table: "changes"
CREATE INDEX "change_correlation_id" ON "changes" ("correlation_id");
-- create index "change_department_xid_id" to table: "changes"
CREATE INDEX "change_department_xid_id" ON "changes" ("department", "xid", "id");
-- create index "change_journey_id_xid_id" to table: "changes"
CREATE INDEX "change_journey_id_xid_id" ON "changes" ("journey_id", "xid", "id");
-- create index "change_owner_id_xid_id" to table: "changes"
CREATE INDEX "change_owner_id_xid_id" ON "changes" ("owner_id", "xid", "id");
-- create index "change_subject_id_id" to table: "changes"
CREATE INDEX "change_subject_id_id" ON "changes" ("subject_id", "id");
-- create index "change_subject_kind_at" to table: "changes"
CREATE INDEX "change_subject_kind_at" ON "changes" ("subject_kind", "at");
-- create index "change_xid_id" to table: "changes"
CREATE INDEX "change_xid_id" ON "changes" ("xid", "id");
-- create "contacts" table
CREATE TABLE "contacts" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "name" character varying NOT NULL, "title" character varying NULL, "phone" character varying NULL, "email" character varying NULL, "wechat" character varying NULL, "decision_role" character varying NULL, "primary" boolean NOT NULL DEFAULT false, "account_id" character varying NULL, "owner_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "contact_account_id_name_id" to table: "contacts"
CREATE INDEX "contact_account_id_name_id" ON "contacts" ("account_id", "name", "id");
-- create index "contact_email" to table: "contacts"
CREATE INDEX "contact_email" ON "contacts" ("email");
-- create index "contact_name_id" to table: "contacts"
CREATE INDEX "contact_name_id" ON "contacts" ("name", "id");
-- create index "contact_owner_id" to table: "contacts"
CREATE INDEX "contact_owner_id" ON "contacts" ("owner_id");
-- create index "contact_phone" to table: "contacts"
CREATE INDEX "contact_phone" ON "contacts" ("phone");
-- create "contracts" table
CREATE TABLE "contracts" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "next_step" character varying NULL, "next_step_due" date NULL, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "tax_mode" character varying NOT NULL DEFAULT 'exclusive', "rounding" character varying NOT NULL DEFAULT 'line_then_sum', "number" character varying NOT NULL, "title" character varying NOT NULL, "lines" jsonb NOT NULL, "payment_terms" jsonb NOT NULL, "effective_from" date NULL, "effective_to" date NULL, "signed_by_us" character varying NULL, "signed_by_customer" character varying NULL, "signed_on" date NULL, "remark" character varying NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, "quote_version_id" character varying NULL, "opportunity_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "contract_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "contract_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying, 'approved'::character varying, 'signing'::character varying, 'signed'::character varying, 'effective'::character varying, 'suspended'::character varying, 'completed'::character varying, 'terminated'::character varying, 'void'::character varying])::text[])));
-- create index "contract_account_id" to table: "contracts"
CREATE INDEX "contract_account_id" ON "contracts" ("account_id");
-- create index "contract_created_at_id" to table: "contracts"
CREATE INDEX "contract_created_at_id" ON "contracts" ("created_at", "id");
-- create index "contract_journey_id" to table: "contracts"
CREATE INDEX "contract_journey_id" ON "contracts" ("journey_id");
-- create index "contract_number" to table: "contracts"
CREATE UNIQUE INDEX "contract_number" ON "contracts" ("number");
-- create index "contract_opportunity_id" to table: "contracts"
CREATE INDEX "contract_opportunity_id" ON "contracts" ("opportunity_id");
-- create index "contract_owner_id" to table: "contracts"
CREATE INDEX "contract_owner_id" ON "contracts" ("owner_id");
-- create index "contract_quote_version_id" to table: "contracts"
CREATE UNIQUE INDEX "contract_quote_version_id" ON "contracts" ("quote_version_id");
-- create index "contract_stage_category_effective_from" to table: "contracts"
CREATE INDEX "contract_stage_category_effective_from" ON "contracts" ("stage_category", "effective_from");
-- create index "contract_stage_stage_entered_at_id" to table: "contracts"
CREATE INDEX "contract_stage_stage_entered_at_id" ON "contracts" ("stage", "stage_entered_at", "id");
-- create "credit_notes" table
CREATE TABLE "credit_notes" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "number" character varying NULL, "legal_entity_id" character varying NOT NULL, "reason" character varying NOT NULL, "remark" character varying NULL, "issued_on" date NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, "invoice_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "credit_note_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "credit_note_posted" CHECK (((stage_category)::text = ANY ((ARRAY['posted'::character varying, 'refunded'::character varying])::text[])) = (number IS NOT NULL)), CONSTRAINT "credit_note_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'approved'::character varying, 'posted'::character varying, 'refunded'::character varying])::text[])));
-- create index "creditnote_account_id" to table: "credit_notes"
CREATE INDEX "creditnote_account_id" ON "credit_notes" ("account_id");
-- create index "creditnote_created_at_id" to table: "credit_notes"
CREATE INDEX "creditnote_created_at_id" ON "credit_notes" ("created_at", "id");
-- create index "creditnote_invoice_id" to table: "credit_notes"
CREATE UNIQUE INDEX "creditnote_invoice_id" ON "credit_notes" ("invoice_id");
-- create index "creditnote_journey_id" to table: "credit_notes"
CREATE INDEX "creditnote_journey_id" ON "credit_notes" ("journey_id");
-- create index "creditnote_legal_entity_id_number" to table: "credit_notes"
CREATE UNIQUE INDEX "creditnote_legal_entity_id_number" ON "credit_notes" ("legal_entity_id", "number");
-- create index "creditnote_owner_id" to table: "credit_notes"
CREATE INDEX "creditnote_owner_id" ON "credit_notes" ("owner_id");
-- create index "creditnote_stage_stage_entered_at_id" to table: "credit_notes"
CREATE INDEX "creditnote_stage_stage_entered_at_id" ON "credit_notes" ("stage", "stage_entered_at", "id");
-- create "departments" table
CREATE TABLE "departments" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "name" character varying NOT NULL, "function" character varying NOT NULL, PRIMARY KEY ("id"));
-- create "external_refs" table
CREATE TABLE "external_refs" ("id" character varying NOT NULL, "system" character varying NOT NULL, "external_id" character varying NOT NULL, "record_kind" character varying NOT NULL, "record_id" character varying NOT NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "externalref_record_id" to table: "external_refs"
CREATE INDEX "externalref_record_id" ON "external_refs" ("record_id");
-- create index "externalref_system_record_kind_external_id" to table: "external_refs"
CREATE UNIQUE INDEX "externalref_system_record_kind_external_id" ON "external_refs" ("system", "record_kind", "external_id");
-- create "feed_states" table
CREATE TABLE "feed_states" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "epoch" bigint NOT NULL DEFAULT 1, PRIMARY KEY ("id"));
-- create "idempotencies" table
CREATE TABLE "idempotencies" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "principal" character varying NOT NULL, "key" character varying NOT NULL, "response_name" character varying NOT NULL, "request_hash" bytea NOT NULL, "record_kind" character varying NOT NULL DEFAULT '', "record_id" character varying NOT NULL DEFAULT '', "record_version" bigint NOT NULL DEFAULT 0, "created_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "idempotency_created_at" to table: "idempotencies"
CREATE INDEX "idempotency_created_at" ON "idempotencies" ("created_at");
-- create index "idempotency_principal_key_response_name" to table: "idempotencies"
CREATE UNIQUE INDEX "idempotency_principal_key_response_name" ON "idempotencies" ("principal", "key", "response_name");
-- create "invoices" table
CREATE TABLE "invoices" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "tax_mode" character varying NOT NULL DEFAULT 'exclusive', "rounding" character varying NOT NULL DEFAULT 'line_then_sum', "draft_number" character varying NOT NULL, "number" character varying NULL, "legal_entity_id" character varying NOT NULL, "kind" character varying NOT NULL DEFAULT 'standard', "issued_on" date NULL, "due_on" date NULL, "due_days" bigint NOT NULL, "title" character varying NULL, "tax_number" character varying NULL, "address" character varying NULL, "bank" character varying NULL, "remark" character varying NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, "contract_id" character varying NULL, "order_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "invoice_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "invoice_posted" CHECK (((stage_category)::text = ANY ((ARRAY['posted'::character varying, 'closed'::character varying])::text[])) = (number IS NOT NULL)), CONSTRAINT "invoice_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying, 'posted'::character varying, 'closed'::character varying, 'discarded'::character varying])::text[])));
-- create index "invoice_account_id" to table: "invoices"
CREATE INDEX "invoice_account_id" ON "invoices" ("account_id");
-- create index "invoice_contract_id" to table: "invoices"
CREATE INDEX "invoice_contract_id" ON "invoices" ("contract_id");
-- create index "invoice_created_at_id" to table: "invoices"
CREATE INDEX "invoice_created_at_id" ON "invoices" ("created_at", "id");
-- create index "invoice_draft_number" to table: "invoices"
CREATE UNIQUE INDEX "invoice_draft_number" ON "invoices" ("draft_number");
-- create index "invoice_journey_id" to table: "invoices"
CREATE INDEX "invoice_journey_id" ON "invoices" ("journey_id");
-- create index "invoice_legal_entity_id_number" to table: "invoices"
CREATE UNIQUE INDEX "invoice_legal_entity_id_number" ON "invoices" ("legal_entity_id", "number");
-- create index "invoice_order_id" to table: "invoices"
CREATE INDEX "invoice_order_id" ON "invoices" ("order_id");
-- create index "invoice_owner_id" to table: "invoices"
CREATE INDEX "invoice_owner_id" ON "invoices" ("owner_id");
-- create index "invoice_stage_category_due_on_id" to table: "invoices"
CREATE INDEX "invoice_stage_category_due_on_id" ON "invoices" ("stage_category", "due_on", "id");
-- create index "invoice_stage_stage_entered_at_id" to table: "invoices"
CREATE INDEX "invoice_stage_stage_entered_at_id" ON "invoices" ("stage", "stage_entered_at", "id");
-- create "invoice_lines" table
CREATE TABLE "invoice_lines" ("id" character varying NOT NULL, "position" bigint NOT NULL, "description" character varying NOT NULL, "unit" character varying NOT NULL DEFAULT '', "quantity" bigint NOT NULL, "unit_price" bigint NOT NULL, "discount" bigint NOT NULL DEFAULT 0, "tax_rate" bigint NOT NULL DEFAULT 0, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "invoice_id" character varying NOT NULL, "product_id" character varying NULL, "order_line_id" character varying NULL, "plan_item_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "invoice_line_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "invoice_line_quantity" CHECK (quantity > 0), CONSTRAINT "invoice_line_rates" CHECK (((discount >= 0) AND (discount <= 1000000)) AND ((tax_rate >= 0) AND (tax_rate <= 1000000))));
-- create index "invoiceline_invoice_id_position" to table: "invoice_lines"
CREATE UNIQUE INDEX "invoiceline_invoice_id_position" ON "invoice_lines" ("invoice_id", "position");
-- create index "invoiceline_order_line_id" to table: "invoice_lines"
CREATE INDEX "invoiceline_order_line_id" ON "invoice_lines" ("order_line_id");
-- create index "invoiceline_plan_item_id" to table: "invoice_lines"
CREATE INDEX "invoiceline_plan_item_id" ON "invoice_lines" ("plan_item_id");
-- create index "invoiceline_product_id" to table: "invoice_lines"
CREATE INDEX "invoiceline_product_id" ON "invoice_lines" ("product_id");
-- create "journeys" table
CREATE TABLE "journeys" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "number" character varying NOT NULL, "phase" character varying NOT NULL DEFAULT 'lead', "status" character varying NOT NULL DEFAULT 'open', "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL DEFAULT 0, "opened_at" timestamptz NOT NULL, "cash_complete_at" timestamptz NULL, "ended_at" timestamptz NULL, "owner_id" character varying NULL, "account_id" character varying NULL, "parent_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "journeys_journeys_renewals" FOREIGN KEY ("parent_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "journey_account_id" to table: "journeys"
CREATE INDEX "journey_account_id" ON "journeys" ("account_id");
-- create index "journey_number" to table: "journeys"
CREATE UNIQUE INDEX "journey_number" ON "journeys" ("number");
-- create index "journey_opened_at_id" to table: "journeys"
CREATE INDEX "journey_opened_at_id" ON "journeys" ("opened_at", "id");
-- create index "journey_owner_id" to table: "journeys"
CREATE INDEX "journey_owner_id" ON "journeys" ("owner_id");
-- create index "journey_parent_id" to table: "journeys"
CREATE INDEX "journey_parent_id" ON "journeys" ("parent_id");
-- create index "journey_status_phase_opened_at_id" to table: "journeys"
CREATE INDEX "journey_status_phase_opened_at_id" ON "journeys" ("status", "phase", "opened_at", "id");
-- create "leads" table
CREATE TABLE "leads" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "next_step" character varying NULL, "next_step_due" date NULL, "number" character varying NOT NULL, "name" character varying NOT NULL, "company" character varying NOT NULL, "title" character varying NULL, "phone" character varying NULL, "email" character varying NULL, "wechat" character varying NULL, "region" character varying NULL, "industry" character varying NULL, "need" character varying NULL, "origin" character varying NOT NULL DEFAULT 'other', "campaign" character varying NULL, "currency" character varying NOT NULL, "budget_minor" bigint NULL, "budget_status" character varying NULL, "authority" character varying NULL, "pain" character varying NULL, "timeline" date NULL, "qualify_reason" character varying NULL, "disqualify_reason" character varying NULL, "first_response_due_at" timestamptz NULL, "first_responded_at" timestamptz NULL, "converted_at" timestamptz NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NULL, "contact_id" character varying NULL, "opportunity_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "lead_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['new'::character varying, 'working'::character varying, 'qualified'::character varying, 'converted'::character varying, 'disqualified'::character varying, 'pooled'::character varying])::text[])));
-- create index "lead_account_id" to table: "leads"
CREATE INDEX "lead_account_id" ON "leads" ("account_id");
-- create index "lead_contact_id" to table: "leads"
CREATE INDEX "lead_contact_id" ON "leads" ("contact_id");
-- create index "lead_created_at_id" to table: "leads"
CREATE INDEX "lead_created_at_id" ON "leads" ("created_at", "id");
-- create index "lead_email" to table: "leads"
CREATE INDEX "lead_email" ON "leads" ("email");
-- create index "lead_journey_id" to table: "leads"
CREATE INDEX "lead_journey_id" ON "leads" ("journey_id");
-- create index "lead_number" to table: "leads"
CREATE UNIQUE INDEX "lead_number" ON "leads" ("number");
-- create index "lead_opportunity_id" to table: "leads"
CREATE INDEX "lead_opportunity_id" ON "leads" ("opportunity_id");
-- create index "lead_owner_id_created_at_id" to table: "leads"
CREATE INDEX "lead_owner_id_created_at_id" ON "leads" ("owner_id", "created_at", "id");
-- create index "lead_phone" to table: "leads"
CREATE INDEX "lead_phone" ON "leads" ("phone");
-- create index "lead_stage_category_created_at_id" to table: "leads"
CREATE INDEX "lead_stage_category_created_at_id" ON "leads" ("stage_category", "created_at", "id");
-- create index "lead_stage_stage_entered_at_id" to table: "leads"
CREATE INDEX "lead_stage_stage_entered_at_id" ON "leads" ("stage", "stage_entered_at", "id");
-- create "legal_entities" table
CREATE TABLE "legal_entities" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "name" character varying NOT NULL, "tax_number" character varying NULL, "address" character varying NULL, "phone" character varying NULL, "bank" character varying NULL, "bank_account" character varying NULL, "currency" character varying NOT NULL, "time_zone" character varying NOT NULL, "calendar" character varying NOT NULL DEFAULT 'cn', "rounding" character varying NOT NULL DEFAULT 'line_then_sum', "first_response_hours" bigint NOT NULL DEFAULT 8, PRIMARY KEY ("id"));
-- create "number_series" table
CREATE TABLE "number_series" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "legal_entity_id" character varying NOT NULL, "series" character varying NOT NULL, "year" bigint NOT NULL, "last" bigint NOT NULL DEFAULT 0, "last_on" date NULL, PRIMARY KEY ("id"));
-- create index "numberseries_legal_entity_id_series_year" to table: "number_series"
CREATE UNIQUE INDEX "numberseries_legal_entity_id_series_year" ON "number_series" ("legal_entity_id", "series", "year");
-- create "opportunities" table
CREATE TABLE "opportunities" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "next_step" character varying NULL, "next_step_due" date NULL, "number" character varying NOT NULL, "name" character varying NOT NULL, "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL DEFAULT 0, "expected_close" date NULL, "needs" character varying NULL, "lost_reason" character varying NULL, "closed_at" timestamptz NULL, "account_id" character varying NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "contact_id" character varying NULL, "lead_id" character varying NULL, "product_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "opportunity_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['open'::character varying, 'on_hold'::character varying, 'won'::character varying, 'lost'::character varying, 'abandoned'::character varying])::text[])));
-- create index "opportunity_account_id" to table: "opportunities"
CREATE INDEX "opportunity_account_id" ON "opportunities" ("account_id");
-- create index "opportunity_contact_id" to table: "opportunities"
CREATE INDEX "opportunity_contact_id" ON "opportunities" ("contact_id");
-- create index "opportunity_created_at_id" to table: "opportunities"
CREATE INDEX "opportunity_created_at_id" ON "opportunities" ("created_at", "id");
-- create index "opportunity_journey_id" to table: "opportunities"
CREATE INDEX "opportunity_journey_id" ON "opportunities" ("journey_id");
-- create index "opportunity_lead_id" to table: "opportunities"
CREATE INDEX "opportunity_lead_id" ON "opportunities" ("lead_id");
-- create index "opportunity_number" to table: "opportunities"
CREATE UNIQUE INDEX "opportunity_number" ON "opportunities" ("number");
-- create index "opportunity_owner_id_stage_stage_entered_at_id" to table: "opportunities"
CREATE INDEX "opportunity_owner_id_stage_stage_entered_at_id" ON "opportunities" ("owner_id", "stage", "stage_entered_at", "id");
-- create index "opportunity_product_id" to table: "opportunities"
CREATE INDEX "opportunity_product_id" ON "opportunities" ("product_id");
-- create index "opportunity_stage_category_expected_close_id" to table: "opportunities"
CREATE INDEX "opportunity_stage_category_expected_close_id" ON "opportunities" ("stage_category", "expected_close", "id");
-- create index "opportunity_stage_stage_entered_at_id" to table: "opportunities"
CREATE INDEX "opportunity_stage_stage_entered_at_id" ON "opportunities" ("stage", "stage_entered_at", "id");
-- create "orders" table
CREATE TABLE "orders" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "next_step" character varying NULL, "next_step_due" date NULL, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "tax_mode" character varying NOT NULL DEFAULT 'exclusive', "rounding" character varying NOT NULL DEFAULT 'line_then_sum', "number" character varying NOT NULL, "requested_on" date NULL, "promised_on" date NULL, "ship_to" character varying NULL, "bill_to" character varying NULL, "contract_id" character varying NOT NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "order_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "order_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'confirmed'::character varying, 'on_hold'::character varying, 'closed'::character varying, 'cancelled'::character varying])::text[])));
-- create index "order_account_id" to table: "orders"
CREATE INDEX "order_account_id" ON "orders" ("account_id");
-- create index "order_created_at_id" to table: "orders"
CREATE INDEX "order_created_at_id" ON "orders" ("created_at", "id");
-- create index "order_journey_id" to table: "orders"
CREATE INDEX "order_journey_id" ON "orders" ("journey_id");
-- create index "order_number" to table: "orders"
CREATE UNIQUE INDEX "order_number" ON "orders" ("number");
-- create index "order_owner_id" to table: "orders"
CREATE INDEX "order_owner_id" ON "orders" ("owner_id");
-- create index "order_stage_stage_entered_at_id" to table: "orders"
CREATE INDEX "order_stage_stage_entered_at_id" ON "orders" ("stage", "stage_entered_at", "id");
-- create index "orders_contract_id_key" to table: "orders"
CREATE UNIQUE INDEX "orders_contract_id_key" ON "orders" ("contract_id");
-- create "order_lines" table
CREATE TABLE "order_lines" ("id" character varying NOT NULL, "position" bigint NOT NULL, "description" character varying NOT NULL, "unit" character varying NOT NULL DEFAULT '', "quantity" bigint NOT NULL, "unit_price" bigint NOT NULL, "discount" bigint NOT NULL DEFAULT 0, "tax_rate" bigint NOT NULL DEFAULT 0, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "order_id" character varying NOT NULL, "product_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "order_line_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "order_line_quantity" CHECK (quantity > 0), CONSTRAINT "order_line_rates" CHECK (((discount >= 0) AND (discount <= 1000000)) AND ((tax_rate >= 0) AND (tax_rate <= 1000000))));
-- create index "orderline_order_id_position" to table: "order_lines"
CREATE UNIQUE INDEX "orderline_order_id_position" ON "order_lines" ("order_id", "position");
-- create index "orderline_product_id" to table: "order_lines"
CREATE INDEX "orderline_product_id" ON "order_lines" ("product_id");
-- create "payments" table
CREATE TABLE "payments" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "number" character varying NOT NULL, "legal_entity_id" character varying NOT NULL, "method" character varying NOT NULL DEFAULT 'bank', "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL, "received_on" date NOT NULL, "payer" character varying NULL, "bank_account" character varying NOT NULL DEFAULT '', "bank_reference" character varying NULL, "remark" character varying NULL, "owner_id" character varying NULL, "account_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "payment_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['unclaimed'::character varying, 'claimed'::character varying, 'confirmed'::character varying, 'reversed'::character varying])::text[])));
-- create index "payment_account_id" to table: "payments"
CREATE INDEX "payment_account_id" ON "payments" ("account_id");
-- create index "payment_bank_account_bank_reference" to table: "payments"
CREATE UNIQUE INDEX "payment_bank_account_bank_reference" ON "payments" ("bank_account", "bank_reference");
-- create index "payment_created_at_id" to table: "payments"
CREATE INDEX "payment_created_at_id" ON "payments" ("created_at", "id");
-- create index "payment_number" to table: "payments"
CREATE UNIQUE INDEX "payment_number" ON "payments" ("number");
-- create index "payment_owner_id" to table: "payments"
CREATE INDEX "payment_owner_id" ON "payments" ("owner_id");
-- create index "payment_received_on_id" to table: "payments"
CREATE INDEX "payment_received_on_id" ON "payments" ("received_on", "id");
-- create index "payment_stage_stage_entered_at_id" to table: "payments"
CREATE INDEX "payment_stage_stage_entered_at_id" ON "payments" ("stage", "stage_entered_at", "id");
-- create "payment_plan_items" table
CREATE TABLE "payment_plan_items" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "position" bigint NOT NULL, "name" character varying NOT NULL, "trigger" character varying NOT NULL, "percent" bigint NOT NULL, "currency" character varying NOT NULL, "amount_minor" bigint NOT NULL, "due_days" bigint NOT NULL, "planned_on" date NULL, "triggered_on" date NULL, "contract_id" character varying NOT NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "payment_plan_item_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['planned'::character varying, 'triggered'::character varying, 'waived'::character varying])::text[])));
-- create index "paymentplanitem_account_id" to table: "payment_plan_items"
CREATE INDEX "paymentplanitem_account_id" ON "payment_plan_items" ("account_id");
-- create index "paymentplanitem_contract_id_position" to table: "payment_plan_items"
CREATE UNIQUE INDEX "paymentplanitem_contract_id_position" ON "payment_plan_items" ("contract_id", "position");
-- create index "paymentplanitem_journey_id" to table: "payment_plan_items"
CREATE INDEX "paymentplanitem_journey_id" ON "payment_plan_items" ("journey_id");
-- create index "paymentplanitem_stage_stage_entered_at_id" to table: "payment_plan_items"
CREATE INDEX "paymentplanitem_stage_stage_entered_at_id" ON "payment_plan_items" ("stage", "stage_entered_at", "id");
-- create "processes" table
CREATE TABLE "processes" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "kind" character varying NOT NULL, "number" bigint NOT NULL, "preset" character varying NOT NULL DEFAULT 'default', "document" jsonb NOT NULL, "current" boolean NOT NULL, PRIMARY KEY ("id"));
-- create index "process_current" to table: "processes"
CREATE UNIQUE INDEX "process_current" ON "processes" ("kind") WHERE current;
-- create index "process_kind_number" to table: "processes"
CREATE UNIQUE INDEX "process_kind_number" ON "processes" ("kind", "number");
-- create "products" table
CREATE TABLE "products" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "sku" character varying NOT NULL, "name" character varying NOT NULL, "kind" character varying NOT NULL DEFAULT 'goods', "unit" character varying NOT NULL DEFAULT '', "currency" character varying NOT NULL, "list_price" bigint NOT NULL, "tax_rate" bigint NOT NULL DEFAULT 0, "tax_code" character varying NULL, "active" boolean NOT NULL DEFAULT true, PRIMARY KEY ("id"));
-- create index "product_name_id" to table: "products"
CREATE INDEX "product_name_id" ON "products" ("name", "id");
-- create index "product_sku" to table: "products"
CREATE UNIQUE INDEX "product_sku" ON "products" ("sku");
-- create "quotes" table
CREATE TABLE "quotes" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "number" character varying NOT NULL, "primary" boolean NOT NULL DEFAULT true, "opportunity_id" character varying NOT NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, "contact_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "quote_account_id" to table: "quotes"
CREATE INDEX "quote_account_id" ON "quotes" ("account_id");
-- create index "quote_contact_id" to table: "quotes"
CREATE INDEX "quote_contact_id" ON "quotes" ("contact_id");
-- create index "quote_created_at_id" to table: "quotes"
CREATE INDEX "quote_created_at_id" ON "quotes" ("created_at", "id");
-- create index "quote_journey_id" to table: "quotes"
CREATE INDEX "quote_journey_id" ON "quotes" ("journey_id");
-- create index "quote_number" to table: "quotes"
CREATE UNIQUE INDEX "quote_number" ON "quotes" ("number");
-- create index "quote_opportunity_id" to table: "quotes"
CREATE INDEX "quote_opportunity_id" ON "quotes" ("opportunity_id");
-- create index "quote_owner_id" to table: "quotes"
CREATE INDEX "quote_owner_id" ON "quotes" ("owner_id");
-- create "quote_lines" table
CREATE TABLE "quote_lines" ("id" character varying NOT NULL, "position" bigint NOT NULL, "description" character varying NOT NULL, "unit" character varying NOT NULL DEFAULT '', "quantity" bigint NOT NULL, "unit_price" bigint NOT NULL, "discount" bigint NOT NULL DEFAULT 0, "tax_rate" bigint NOT NULL DEFAULT 0, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "optional" boolean NOT NULL DEFAULT false, "list_minor" bigint NOT NULL, "discount_amount_minor" bigint NOT NULL, "product_id" character varying NULL, "quote_version_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "quote_line_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "quote_line_quantity" CHECK (quantity > 0), CONSTRAINT "quote_line_rates" CHECK (((discount >= 0) AND (discount <= 1000000)) AND ((tax_rate >= 0) AND (tax_rate <= 1000000))));
-- create index "quoteline_product_id" to table: "quote_lines"
CREATE INDEX "quoteline_product_id" ON "quote_lines" ("product_id");
-- create index "quoteline_quote_version_id_position" to table: "quote_lines"
CREATE UNIQUE INDEX "quoteline_quote_version_id_position" ON "quote_lines" ("quote_version_id", "position");
-- create "quote_versions" table
CREATE TABLE "quote_versions" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "currency" character varying NOT NULL, "net_minor" bigint NOT NULL, "tax_minor" bigint NOT NULL, "gross_minor" bigint NOT NULL, "tax_mode" character varying NOT NULL DEFAULT 'exclusive', "rounding" character varying NOT NULL DEFAULT 'line_then_sum', "number" bigint NOT NULL, "valid_until" date NOT NULL, "list_minor" bigint NOT NULL, "discount_total_minor" bigint NOT NULL, "header_discount_minor" bigint NOT NULL DEFAULT 0, "payment_terms" jsonb NOT NULL, "delivery_terms" character varying NULL, "warranty_terms" character varying NULL, "remark" character varying NULL, "content_hash" character varying NOT NULL DEFAULT '', "sent_at" timestamptz NULL, "accepted_at" timestamptz NULL, "accepted_by" character varying NULL, "evidence" character varying NULL, "quote_id" character varying NOT NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "quote_version_accepted" CHECK (((stage_category)::text = 'accepted'::text) = (accepted_at IS NOT NULL)), CONSTRAINT "quote_version_gross" CHECK (gross_minor = (net_minor + tax_minor)), CONSTRAINT "quote_version_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying, 'approved'::character varying, 'sent'::character varying, 'accepted'::character varying, 'closed'::character varying])::text[])));
-- create index "quote_version_current" to table: "quote_versions"
CREATE UNIQUE INDEX "quote_version_current" ON "quote_versions" ("quote_id") WHERE ((stage_category)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying, 'accepted'::character varying])::text[]));
-- create index "quote_version_draft" to table: "quote_versions"
CREATE UNIQUE INDEX "quote_version_draft" ON "quote_versions" ("quote_id") WHERE ((stage_category)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying])::text[]));
-- create index "quoteversion_account_id" to table: "quote_versions"
CREATE INDEX "quoteversion_account_id" ON "quote_versions" ("account_id");
-- create index "quoteversion_journey_id" to table: "quote_versions"
CREATE INDEX "quoteversion_journey_id" ON "quote_versions" ("journey_id");
-- create index "quoteversion_quote_id_number" to table: "quote_versions"
CREATE UNIQUE INDEX "quoteversion_quote_id_number" ON "quote_versions" ("quote_id", "number");
-- create index "quoteversion_stage_stage_entered_at_id" to table: "quote_versions"
CREATE INDEX "quoteversion_stage_stage_entered_at_id" ON "quote_versions" ("stage", "stage_entered_at", "id");
-- create "readers" table
CREATE TABLE "readers" ("id" character varying NOT NULL, "xid" bigint NOT NULL DEFAULT 0, "change_id" bigint NOT NULL DEFAULT 0, "updated_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create "sessions" table
CREATE TABLE "sessions" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "last_seen_at" timestamptz NOT NULL, "address" character varying NOT NULL DEFAULT '', "user_agent" character varying NOT NULL DEFAULT '', "user_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX "session_expires_at" ON "sessions" ("expires_at");
-- create index "session_token_hash" to table: "sessions"
CREATE UNIQUE INDEX "session_token_hash" ON "sessions" ("token_hash");
-- create index "session_user_id" to table: "sessions"
CREATE INDEX "session_user_id" ON "sessions" ("user_id");
-- create "shipments" table
CREATE TABLE "shipments" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "process_version" bigint NOT NULL, "stage" character varying NOT NULL, "stage_category" character varying NOT NULL, "stage_entered_at" timestamptz NOT NULL, "number" character varying NOT NULL, "planned_on" date NULL, "shipped_on" date NULL, "delivered_on" date NULL, "carrier" character varying NULL, "tracking_number" character varying NULL, "received_by" character varying NULL, "order_id" character varying NOT NULL, "owner_id" character varying NULL, "journey_id" character varying NOT NULL, "account_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "shipment_stage_category" CHECK ((stage_category)::text = ANY ((ARRAY['planned'::character varying, 'under_way'::character varying, 'delivered'::character varying, 'exception'::character varying, 'cancelled'::character varying])::text[])));
-- create index "shipment_account_id" to table: "shipments"
CREATE INDEX "shipment_account_id" ON "shipments" ("account_id");
-- create index "shipment_created_at_id" to table: "shipments"
CREATE INDEX "shipment_created_at_id" ON "shipments" ("created_at", "id");
-- create index "shipment_journey_id" to table: "shipments"
CREATE INDEX "shipment_journey_id" ON "shipments" ("journey_id");
-- create index "shipment_number" to table: "shipments"
CREATE UNIQUE INDEX "shipment_number" ON "shipments" ("number");
-- create index "shipment_order_id" to table: "shipments"
CREATE INDEX "shipment_order_id" ON "shipments" ("order_id");
-- create index "shipment_owner_id" to table: "shipments"
CREATE INDEX "shipment_owner_id" ON "shipments" ("owner_id");
-- create index "shipment_stage_stage_entered_at_id" to table: "shipments"
CREATE INDEX "shipment_stage_stage_entered_at_id" ON "shipments" ("stage", "stage_entered_at", "id");
-- create "shipment_lines" table
CREATE TABLE "shipment_lines" ("id" character varying NOT NULL, "quantity" bigint NOT NULL, "order_line_id" character varying NOT NULL, "shipment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "shipment_line_quantity" CHECK (quantity > 0));
-- create index "shipmentline_order_line_id" to table: "shipment_lines"
CREATE INDEX "shipmentline_order_line_id" ON "shipment_lines" ("order_line_id");
-- create index "shipmentline_shipment_id_order_line_id" to table: "shipment_lines"
CREATE UNIQUE INDEX "shipmentline_shipment_id_order_line_id" ON "shipment_lines" ("shipment_id", "order_line_id");
-- create "tokens" table
CREATE TABLE "tokens" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "name" character varying NOT NULL, "token_hash" bytea NOT NULL, "expires_at" timestamptz NULL, "last_used_at" timestamptz NULL, "revoked_at" timestamptz NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "token_token_hash" to table: "tokens"
CREATE UNIQUE INDEX "token_token_hash" ON "tokens" ("token_hash");
-- create index "token_user_id" to table: "tokens"
CREATE INDEX "token_user_id" ON "tokens" ("user_id");
-- create "users" table
CREATE TABLE "users" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "created_by" character varying NOT NULL, "updated_at" timestamptz NOT NULL, "updated_by" character varying NOT NULL, "source" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "name" character varying NOT NULL, "email" character varying NOT NULL, "password_hash" character varying NULL, "title" character varying NULL, "admin" boolean NOT NULL DEFAULT false, "active" boolean NOT NULL DEFAULT true, "language" character varying NOT NULL DEFAULT 'zh', "department_id" character varying NULL, "manager_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "users_users_reports" FOREIGN KEY ("manager_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- create index "user_department_id" to table: "users"
CREATE INDEX "user_department_id" ON "users" ("department_id");
-- create index "user_email" to table: "users"
CREATE UNIQUE INDEX "user_email" ON "users" ("email");
-- create index "user_manager_id" to table: "users"
CREATE INDEX "user_manager_id" ON "users" ("manager_id");
-- create index "user_name_id" to table: "users"
CREATE INDEX "user_name_id" ON "users" ("name", "id");
-- modify "acceptances" table
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "acceptances_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "acceptances_orders_acceptances" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "acceptances_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "acceptance_lines" table
ALTER TABLE "acceptance_lines" ADD CONSTRAINT "acceptance_lines_acceptances_lines" FOREIGN KEY ("acceptance_id") REFERENCES "acceptances" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "acceptance_lines_order_lines_acceptance_lines" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "accounts" table
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "allocations" table
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoices_allocations" FOREIGN KEY ("invoice_id") REFERENCES "invoices" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "allocations_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "allocations_payments_allocations" FOREIGN KEY ("payment_id") REFERENCES "payments" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "contacts" table
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_accounts_contacts" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "contacts_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "contracts" table
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "contracts_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "contracts_opportunities_contracts" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "contracts_quote_versions_quote_version" FOREIGN KEY ("quote_version_id") REFERENCES "quote_versions" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "contracts_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "credit_notes" table
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "credit_notes_invoices_credit_notes" FOREIGN KEY ("invoice_id") REFERENCES "invoices" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "credit_notes_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "credit_notes_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "invoices" table
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoices_contracts_contract" FOREIGN KEY ("contract_id") REFERENCES "contracts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoices_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoices_orders_invoices" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoices_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "invoice_lines" table
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoices_lines" FOREIGN KEY ("invoice_id") REFERENCES "invoices" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoice_lines_order_lines_invoice_lines" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoice_lines_payment_plan_items_invoice_lines" FOREIGN KEY ("plan_item_id") REFERENCES "payment_plan_items" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "invoice_lines_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "journeys" table
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "journeys_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "leads" table
ALTER TABLE "leads" ADD CONSTRAINT "leads_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "leads_contacts_contact" FOREIGN KEY ("contact_id") REFERENCES "contacts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "leads_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "leads_opportunities_opportunity" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "leads_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "opportunities" table
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_accounts_opportunities" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "opportunities_contacts_contact" FOREIGN KEY ("contact_id") REFERENCES "contacts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "opportunities_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "opportunities_leads_lead" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "opportunities_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "opportunities_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "orders" table
ALTER TABLE "orders" ADD CONSTRAINT "orders_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "orders_contracts_order" FOREIGN KEY ("contract_id") REFERENCES "contracts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "orders_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "orders_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "order_lines" table
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_orders_lines" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "order_lines_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "payments" table
ALTER TABLE "payments" ADD CONSTRAINT "payments_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "payments_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "payment_plan_items" table
ALTER TABLE "payment_plan_items" ADD CONSTRAINT "payment_plan_items_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "payment_plan_items_contracts_plan_items" FOREIGN KEY ("contract_id") REFERENCES "contracts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "payment_plan_items_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "quotes" table
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quotes_contacts_contact" FOREIGN KEY ("contact_id") REFERENCES "contacts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quotes_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quotes_opportunities_quotes" FOREIGN KEY ("opportunity_id") REFERENCES "opportunities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quotes_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "quote_lines" table
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quote_lines_quote_versions_lines" FOREIGN KEY ("quote_version_id") REFERENCES "quote_versions" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "quote_versions" table
ALTER TABLE "quote_versions" ADD CONSTRAINT "quote_versions_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quote_versions_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "quote_versions_quotes_versions" FOREIGN KEY ("quote_id") REFERENCES "quotes" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "sessions" table
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "shipments" table
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "shipments_journeys_journey" FOREIGN KEY ("journey_id") REFERENCES "journeys" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "shipments_orders_shipments" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "shipments_users_owner" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "shipment_lines" table
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_order_lines_shipment_lines" FOREIGN KEY ("order_line_id") REFERENCES "order_lines" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, ADD CONSTRAINT "shipment_lines_shipments_lines" FOREIGN KEY ("shipment_id") REFERENCES "shipments" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "tokens" table
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- modify "users" table
ALTER TABLE "users" ADD CONSTRAINT "users_departments_users" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION;
