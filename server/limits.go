package main

import (
	"net"
	"net/netip"
	"slices"

	"github.com/leadtocash/ltc/graph"
	"github.com/leadtocash/ltc/server/gate"
	"github.com/leadtocash/ltc/server/web"
)

// limitFlags say how much the server bears at once. The memory that it may use is GOMEMLIMIT's to say, and without it four
// fifths of what the container or the machine has.
type limitFlags struct {
	MaxOperations           int `env:"LTC_MAX_OPERATIONS" default:"0" help:"Queries and mutations that run at once; 0 is four per core."`
	MaxConnections          int `env:"LTC_MAX_CONNECTIONS" default:"10000" help:"Connections that are open at once."`
	MaxConnectionsByAddress int `env:"LTC_MAX_CONNECTIONS_BY_ADDRESS" default:"500" help:"And from one address; this machine and trusted proxies may have all."`
	MaxSocketsByUser        int `env:"LTC_MAX_SOCKETS_BY_USER" default:"20" help:"Sockets and streams of one person."`
	MaxSocketsByAddress     int `env:"LTC_MAX_SOCKETS_BY_ADDRESS" default:"200" help:"And from one address."`
	CostCapacity            int `env:"LTC_COST_CAPACITY" default:"10000" help:"Cost that a person or a token can save up."`
	CostRestore             int `env:"LTC_COST_RESTORE" default:"200" help:"Cost that comes back to them each second."`
}

func (l limitFlags) quota() graph.Quota {
	return graph.Quota{Capacity: l.CostCapacity, Restore: l.CostRestore}
}

func (l limitFlags) limits() web.Limits {
	return web.Limits{
		Operations: l.MaxOperations, SocketsPerUser: l.MaxSocketsByUser, SocketsPerAddress: l.MaxSocketsByAddress,
	}
}

// bounded is a listener that takes only so many connections. A proxy on this machine is the usual case, so that its own
// addresses are not counted.
func (l limitFlags) bounded(listener net.Listener, proxies []netip.Prefix) net.Listener {
	own := []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	return gate.NewConnections(listener, l.MaxConnections, l.MaxConnectionsByAddress, slices.Concat(own, proxies))
}
