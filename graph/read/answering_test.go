package read

import (
	"errors"
	"testing"
)

func TestAStatementOfMoreArgumentsThanADatabaseTakesIsLeftToTheOrdinaryPath(t *testing.T) {
	var why ordinary
	if err := new(answer).query("", make([]any, mostArguments+1), nil); !errors.As(err, &why) {
		t.Error(err)
	}
}
