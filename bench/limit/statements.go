package limit

// The statements, one an operation. Each answers what LTC's API answers to the same question.
var statements = map[string]statement{
	"board": {text: cards, write: board},
	"account 360": {args: []string{"id"}, text: `SELECT json_build_object(
		'account', (SELECT json_build_object('id', a.id, 'number', a.number, 'name', a.name, 'stage', a.stage,
			'owner', json_build_object('id', u.id, 'name', u.name)) FROM accounts a JOIN users u ON u.id = a.owner_id WHERE a.id = $1),
		'contacts', json_build_object('edges', (SELECT COALESCE(json_agg(json_build_object('node', json_build_object(
			'id', c.id, 'name', c.name, 'title', c.title, 'phone', c.phone, 'email', c.email)) ORDER BY c.name, c.id), '[]')
			FROM (SELECT * FROM contacts WHERE account_id = $1 ORDER BY name, id LIMIT 50) c)),
		'opportunities', json_build_object('edges', (SELECT COALESCE(json_agg(json_build_object('node', json_build_object(
			'id', o.id, 'number', o.number, 'name', o.name, 'stage', o.stage, 'amount', ` + amount("o.amount_minor", "o.currency") + `)) ORDER BY o.created_at DESC, o.id DESC), '[]')
			FROM (SELECT * FROM opportunities WHERE account_id = $1 AND stage_category = 'open' ORDER BY created_at DESC, id DESC LIMIT 50) o)),
		'orders', json_build_object('edges', (SELECT COALESCE(json_agg(json_build_object('node', json_build_object(
			'id', o.id, 'number', o.number, 'stage', o.stage, 'gross', ` + amount("o.gross_minor", "o.currency") + `)) ORDER BY o.created_at DESC, o.id DESC), '[]')
			FROM (SELECT * FROM orders WHERE account_id = $1 ORDER BY created_at DESC, id DESC LIMIT 10) o)),
		'receivables', json_build_object('edges', (SELECT COALESCE(json_agg(json_build_object('node', json_build_object(
			'id', i.id, 'number', i.number, 'dueOn', i.due_on, 'gross', ` + amount("i.gross_minor", "i.currency") + `,
			'outstanding', ` + amount("i.outstanding", "i.currency") + `)) ORDER BY i.due_on, i.id), '[]')
			FROM (` + unpaid + ` LIMIT 50) i)))`},
	"leads, deep page": {args: []string{"at", "last"}, text: `SELECT json_build_object('leads', json_build_object(
		'totalCount', (SELECT count(*) FROM (` + working + `) n),
		'edges', COALESCE(json_agg(json_build_object('node', json_build_object('id', l.id, 'number', l.number, 'name', l.name, 'company', l.company,
			'phone', l.phone, 'stage', l.stage, 'owner', json_build_object('id', u.id, 'name', u.name))) ORDER BY l.created_at DESC, l.id DESC) FILTER (WHERE l.n <= 50), '[]'),
		'pageInfo', json_build_object('hasNextPage', count(*) > 50)))
		FROM (SELECT *, row_number() OVER (ORDER BY created_at DESC, id DESC) AS n FROM leads WHERE stage_category = 'working'
			AND (created_at, id) < ($1::timestamptz, $2) ORDER BY created_at DESC, id DESC LIMIT 51) l LEFT JOIN users u ON u.id = l.owner_id`},
	"quote": {args: []string{"id"}, text: `SELECT json_build_object('quote', json_build_object('id', q.id, 'number', q.number,
		'account', json_build_object('id', a.id, 'name', a.name), 'opportunity', json_build_object('id', o.id, 'name', o.name),
		'latest', json_build_object('id', v.id, 'number', v.number, 'validUntil', v.valid_until, 'net', ` + amount("v.net_minor", "v.currency") + `,
			'gross', ` + amount("v.gross_minor", "v.currency") + `, 'lines', (SELECT json_agg(json_build_object('id', l.id, 'position', l.position,
				'description', l.description, 'quantity', trim_scale(l.quantity::numeric / 1000000)::text, 'net', ` + amount("l.net_minor", "l.currency") + `,
				'gross', ` + amount("l.gross_minor", "l.currency") + `, 'product', json_build_object('id', p.id, 'sku', p.sku, 'name', p.name)) ORDER BY l.position)
				FROM quote_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.quote_version_id = v.id))))
		FROM quotes q JOIN accounts a ON a.id = q.account_id JOIN opportunities o ON o.id = q.opportunity_id
		JOIN LATERAL (SELECT * FROM quote_versions v WHERE v.quote_id = q.id ORDER BY number DESC LIMIT 1) v ON true WHERE q.id = $1`},
	"dashboard": {text: `SELECT json_build_object(
		'pipelineSummary', json_build_object('stages', (SELECT json_agg(json_build_object('stage', json_build_object('key', f.stage), 'count', f.count,
			'amount', ` + amount("f.amount_minor", "'CNY'") + `) ORDER BY f.place) FROM (` + funnel + `) f)),
		'receivablesSummary', (SELECT json_object_agg(b.bucket, json_build_object('amount', (b.minor::numeric / 100)::numeric(20,2)::text)) FROM (` + ageing + `) b))`},
	"search": {args: []string{"code"}, text: `SELECT json_build_object('search', COALESCE(json_agg(json_build_object(
		'kind', kind, 'id', record_id, 'number', number, 'title', title) ORDER BY grade, made_at DESC, id DESC), '[]'))
		FROM (` + found + `) r`},
	"move a stage":     {args: []string{"id", "to", "v", "reason", "key"}, text: moved},
	"record a payment": {args: []string{"account", "invoice", "reference", "key", "payment", "allocation"}, text: paid},
}

func amount(minor, currency string) string {
	return `json_build_object('amount', (` + minor + `::numeric / 100)::numeric(20,2)::text, 'currency', ` + currency + `)`
}

// found is what holds the code of a text, the best first, as LTC ranks it.
const found = `SELECT upper(kind) AS kind, record_id, NULLIF(number, '') AS number, COALESCE(NULLIF(title, ''), number) AS title, made_at, id, CASE
	WHEN strpos(haystack, '#  ' || $1::text || '  ') > 0 THEN 0 WHEN strpos(haystack, '^  ' || $1::text) > 0 THEN 2
	WHEN strpos(haystack, $1::text) NOT BETWEEN strpos(haystack, '/') AND strpos(haystack, '|') THEN 4
	WHEN strpos(haystack, '~  ' || $1::text) > 0 THEN 6 ELSE 8 END + CASE WHEN kind IN ('account', 'contact') THEN 0 ELSE 1 END AS grade
	FROM public.search_entries WHERE haystack LIKE '%' || $1::text || '%' ORDER BY grade, made_at DESC, id DESC LIMIT 20`

// working are the leads that are worked on, as many as LTC counts.
const working = `SELECT FROM public.leads WHERE stage_category = 'working' LIMIT 10000`

// unpaid are an account's invoices that still ask for something, the longest due first.
const unpaid = `SELECT i.*, x.outstanding FROM invoices i CROSS JOIN LATERAL (SELECT i.gross_minor
	- COALESCE((SELECT sum(a.amount_minor) FROM allocations a WHERE a.invoice_id = i.id), 0)
	- COALESCE((SELECT sum(n.gross_minor) FROM credit_notes n WHERE n.invoice_id = i.id AND n.stage_category IN ('posted', 'refunded')), 0) AS outstanding) x
	WHERE i.account_id = $1 AND i.stage_category = 'posted' AND x.outstanding > 0 ORDER BY i.due_on, i.id`

// funnel is how many opportunities there are in each stage, and worth what.
const funnel = `SELECT s.stage, s.place, COALESCE(o.count, 0) AS count, COALESCE(o.amount_minor, 0) AS amount_minor
	FROM unnest(ARRAY['discovery','needs_confirmed','solution','proposal','negotiation','on_hold','won','lost','abandoned']) WITH ORDINALITY s (stage, place)
	LEFT JOIN (SELECT stage, count(*)::int AS count, sum(amount_minor)::bigint AS amount_minor FROM opportunities GROUP BY stage) o ON o.stage = s.stage`

// ageing is what invoices ask for, by how long it is due.
const ageing = `SELECT k.bucket, COALESCE(sum(d.minor) FILTER (WHERE k.bucket = 'total' OR d.bucket = k.bucket), 0)::bigint AS minor FROM
	unnest(ARRAY['total','notDue','days1to30','days31to60','days61to90','over90']) k (bucket) CROSS JOIN
	(SELECT CASE WHEN late <= 0 THEN 'notDue' WHEN late <= 30 THEN 'days1to30' WHEN late <= 60 THEN 'days31to60' WHEN late <= 90 THEN 'days61to90' ELSE 'over90' END AS bucket, sum(minor) AS minor
	FROM (SELECT ` + today + ` - i.due_on AS late, i.gross_minor - COALESCE(a.paid, 0) - COALESCE(n.credited, 0) AS minor FROM invoices i
		LEFT JOIN (SELECT invoice_id, sum(amount_minor) AS paid FROM allocations GROUP BY invoice_id) a ON a.invoice_id = i.id
		LEFT JOIN (SELECT invoice_id, sum(gross_minor) AS credited FROM credit_notes WHERE stage_category IN ('posted', 'refunded') GROUP BY invoice_id) n ON n.invoice_id = i.id
		WHERE i.stage_category IN ('posted', 'closed')) x GROUP BY 1) d GROUP BY k.bucket`
