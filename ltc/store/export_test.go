package store

// MostStatements is how many texts are kept prepared.
const MostStatements = mostStatements

// Prepared is how many texts are.
func (r *Reads) Prepared() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.kept)
}

// IsPrepared tells whether a text is.
func (r *Reads) IsPrepared(query string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.kept[query] != nil
}
