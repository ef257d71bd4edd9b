package platform

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// record is a row of a CSV file, by the names of its columns.
type record struct {
	line    int
	columns map[string]int
	fields  []string
}

func (r record) get(column string) string { return strings.TrimSpace(r.fields[r.columns[column]]) }

// readCSV reads a file whose first row names the columns; those that are asked for have to be there. A byte order mark
// is passed over.
func readCSV(path string, columns ...string) ([]record, error) {
	f, err := os.Open(path) //nolint:gosec // the administrator's own path
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	in := csv.NewReader(f)
	head, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	at := map[string]int{}
	for n, name := range head {
		at[strings.TrimSpace(strings.TrimPrefix(name, "\ufeff"))] = n
	}
	for _, c := range columns {
		if _, ok := at[c]; !ok {
			return nil, fmt.Errorf("%s has no column %q", path, c)
		}
	}
	var rows []record
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		line, _ := in.FieldPos(0)
		rows = append(rows, record{line, at, fields})
	}
}

// rejection is a row that could not be taken, and why.
type rejection struct {
	row    record
	reason string
}

// writeRejected leaves the rejected rows in a file, each with its line and its reason, ready to be mended and imported.
func (i *crmImport) writeRejected() (err error) {
	if len(i.rejected) == 0 {
		return nil
	}
	f, err := os.Create(i.RejectedPath)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := csv.NewWriter(f)
	head := make([]string, len(i.rejected[0].row.fields))
	for name, n := range i.rejected[0].row.columns {
		head[n] = name
	}
	if err := out.Write(append(head, "line", "reason")); err != nil {
		return err
	}
	for _, r := range i.rejected {
		if err := out.Write(append(append([]string(nil), r.row.fields...), fmt.Sprint(r.row.line), r.reason)); err != nil {
			return err
		}
	}
	out.Flush()
	i.say("rejected: %d rows, see %s", len(i.rejected), i.RejectedPath)
	return out.Error()
}
