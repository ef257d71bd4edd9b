package platform

import (
	"context"

	"github.com/leadtocash/ltc/ltc/insight"
)

// report prints what the company's opportunities come to now, as pipelineSummary answers it.
func (i *crmImport) report(ctx context.Context) error {
	p, err := insight.Pipeline(ctx, i.st, nil)
	if err != nil {
		return err
	}
	i.say("opportunities: %d", p.Opportunities)
	i.say("won: %d worth %s", p.Won, p.WonAmount)
	i.say("lost: %d", p.Lost)
	for _, s := range p.Stages {
		i.say("  %s: %d", s.Stage.Name.EN, s.Count)
	}
	i.say("win rate: %s %%", p.WinRate)
	i.say("median days from engaging to close: %d", p.MedianDaysToClose)
	return nil
}
