package ops

// What a change wrote, as a list of what stands in the rows: a server that leaves a row or a value out does other work
// than the others, and is not measured beside them. Ids and instants are not compared but with each other; who did it and
// under which key is each server's own, and so are the working seconds, which take a calendar.

// moved is what a move of the opportunity $1 wrote.
const moved = `SELECT json_build_array(o.stage, o.stage_category, o.closed_at, o.lost_reason,
	(SELECT json_agg(json_build_array(c.kind, c.subject_kind, c.journey_id = o.journey_id, c.account_id = o.account_id, c.owner_id = o.owner_id, c.department,
		c.legal_entity_id, c.process_version = o.process_version, c.from_stage, c.to_stage, c.from_category, c.to_category, c.reason,
		c.entered_previous_at < c.at, c.at = o.stage_entered_at, c.elapsed_seconds > 0, c.currency, c.amount_minor = o.amount_minor))
		FROM changes c WHERE c.subject_id = o.id AND c.subject_version = o.version),
	(SELECT json_build_array(j.phase, j.status) FROM journeys j WHERE j.id = o.journey_id),
	(SELECT json_agg(json_build_array(i.response_name, i.record_kind)) FROM idempotencies i WHERE i.record_id = o.id AND i.record_version = o.version))
	FROM opportunities o WHERE o.id = $1`

// paid is what the payment $1 wrote with its allocation.
const paid = `SELECT json_build_array(p.version, p.stage, p.stage_category, p.process_version, p.legal_entity_id, p.method, p.currency, p.amount_minor, p.received_on,
	p.bank_reference <> '', p.number <> '',
	(SELECT json_agg(json_build_array(a.version, a.currency, a.amount_minor, a.allocated_on, a.journey_id = i.journey_id, i.account_id = p.account_id,
		(SELECT json_agg(json_build_array(c.kind, c.subject_version, c.journey_id = a.journey_id, c.account_id = p.account_id, c.currency, c.amount_minor))
			FROM changes c WHERE c.subject_id = a.id))) FROM allocations a JOIN invoices i ON i.id = a.invoice_id WHERE a.payment_id = p.id),
	(SELECT json_agg(json_build_array(c.kind, c.subject_kind, c.subject_version, c.journey_id, c.account_id = p.account_id, c.department, c.legal_entity_id,
		c.from_stage, c.to_stage, c.from_category, c.to_category, c.currency, c.amount_minor) ORDER BY c.id) FROM changes c WHERE c.subject_id = p.id),
	(SELECT json_agg(json_build_array(i.response_name, i.record_kind, i.record_version = p.version)) FROM idempotencies i WHERE i.record_id = p.id))
	FROM payments p WHERE p.id = $1`
