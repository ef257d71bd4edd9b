package limit

// moved writes what the verb writes: the record at its version, a row of the log, the idempotency key.
const moved = `WITH was AS (SELECT id, stage, stage_category, stage_entered_at FROM opportunities WHERE id = $1 FOR UPDATE),
	now AS (UPDATE opportunities o SET stage = $2, stage_category = 'open', stage_entered_at = now(), version = o.version + 1, updated_at = now(), updated_by = 'limit',
		closed_at = NULL, lost_reason = NULL FROM was WHERE o.id = was.id AND o.version = $3
		RETURNING o.*, was.stage AS from_stage, was.stage_category AS from_category, was.stage_entered_at AS entered),
	logged AS (INSERT INTO changes (kind, subject_kind, subject_id, subject_version, journey_id, account_id, owner_id, department, legal_entity_id, process_version,
		from_stage, to_stage, from_category, to_category, actor, actor_kind, client_mutation_id, correlation_id, entered_previous_at, at, elapsed_seconds,
		business_seconds, reason, currency, amount_minor)
		SELECT 'moved', 'opportunity', id, version, journey_id, account_id, owner_id, 'sales', (SELECT id FROM legal_entities), process_version,
		from_stage, stage, from_category, stage_category, 'limit', 'token', $5, $5, entered, now(), extract(epoch FROM now() - entered)::bigint, 0, $4, currency, amount_minor FROM now),
	once AS (INSERT INTO idempotencies (principal, key, response_name, request_hash, record_kind, record_id, record_version, created_at)
		SELECT 'limit', $5, 'moveStage', sha256($1::text::bytea), 'opportunity', id, version, now() FROM now)
	SELECT json_build_object('moveStage', json_build_object('id', id, 'version', version, 'stage', stage)) FROM now`

// today is the company's, as with LTC.
const today = `(now() AT TIME ZONE 'Asia/Shanghai')::date`

// paid writes what the verb writes: the payment, its allocation, their rows of the log, the idempotency key.
const paid = `WITH inv AS (SELECT * FROM invoices WHERE id = $2 AND account_id = $1 FOR UPDATE),
	pay AS (INSERT INTO payments (id, created_at, created_by, updated_at, updated_by, source, version, process_version, stage, stage_category, stage_entered_at,
		number, legal_entity_id, method, currency, amount_minor, received_on, bank_reference, owner_id, account_id, department_id)
		SELECT $5, now(), 'limit', now(), 'limit', 'api', 3, 1, 'confirmed', 'confirmed', now(), to_char(now(), '"RC-"YYYY"-"') || lpad(nextval('"number_RC"')::text, 6, '0'),
		legal_entity_id, 'bank', currency, 1, ` + today + `, $3, owner_id, account_id, department_id FROM inv RETURNING *),
	allocated AS (INSERT INTO allocations (id, created_at, created_by, updated_at, updated_by, source, version, currency, amount_minor, allocated_on, journey_id, invoice_id, payment_id)
		SELECT $6, now(), 'limit', now(), 'limit', 'api', 1, inv.currency, 1, ` + today + `, inv.journey_id, inv.id, $5 FROM inv RETURNING *),
	logged AS (INSERT INTO changes (kind, subject_kind, subject_id, subject_version, journey_id, account_id, owner_id, department, legal_entity_id, process_version,
		from_stage, to_stage, from_category, to_category, actor, actor_kind, client_mutation_id, correlation_id, at, currency, amount_minor)
		SELECT s.kind, 'payment', pay.id, s.version, NULL, account_id, owner_id, s.department, legal_entity_id, 1, s.was, s.becomes, s.was, s.becomes,
		'limit', 'token', $4, $4, now(), currency, amount_minor FROM pay, (VALUES ('opened', 1, '', 'unclaimed', 'sales'),
			('moved', 2, 'unclaimed', 'claimed', 'finance'), ('moved', 3, 'claimed', 'confirmed', '')) s (kind, version, was, becomes, department)
		UNION ALL SELECT 'opened', 'allocation', allocated.id, 1, journey_id, NULL, NULL, '', pay.legal_entity_id, 0, '', '', '', '', 'limit', 'token', $4, $4, now(), allocated.currency, 1
		FROM allocated, pay),
	once AS (INSERT INTO idempotencies (principal, key, response_name, request_hash, record_kind, record_id, record_version, created_at)
		SELECT 'limit', $4, 'recordPayment', sha256($2::text::bytea), 'payment', id, version, now() FROM pay)
	SELECT json_build_object('recordPayment', json_build_object('id', id, 'stage', stage)) FROM pay`
